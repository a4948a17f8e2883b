"""Text clips: a table of openings and endings as outlets write them, and what must become of them."""

import datetime
import textwrap
import time

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator.model import Block, Role
from generator.reading.clip.lines import split_lines
from generator.reading.clip.plain import is_html, read_plain
from generator.reading.result import Reading

TITLE = "Ruritania holds back its signature from the river treaty"
PARAGRAPHS = (
    "Strelsau will not sign the river treaty before its own engineers have seen the plans, the foreign minister, Ada Example, "
    "said on Wednesday after talks with her Bordurian counterpart.",
    "“We have asked for the drawings three times, and three times we got a brochure,” Example told reporters in the capital.",
    "Bela Muster, who leads the delegation of Borduria, called the demand a delay. He said the plans had been public since spring.",
    "The treaty has been in the making for six years. Both sides say that it would end the quarrel about the dam.",
)
BODY = "\n\n".join(PARAGRAPHS)
DAY = datetime.date(2025, 8, 20)


def read(text: str) -> Reading:
    return read_plain("content/articles/clip.txt", text)


def texts(reading: Reading) -> list[str]:
    return [block.text for block in reading.blocks]


def reasons(reading: Reading) -> dict[str, str]:
    return {dropped.text: dropped.reason for dropped in reading.dropped}


# Each: what stands between the title and the first paragraph, and the day of publication that it states.
HEADS = {
    "label": ("Date: August 20, 2025.", DAY),
    "label in German": ("Veröffentlicht am 20. August 2025 um 14:02 Uhr", DAY),
    "label in Polish": ("Data publikacji: 20 sierpnia 2025", DAY),
    "label in French": ("Publié le 20 août 2025 à 10h12, modifié le 21 août 2025 à 12h00", DAY),
    "label in Spanish, updated first": (
        "Actualizado 21 de agosto de 2025 10:00\nPublicado el 20 de agosto de 2025",
        DAY,
    ),
    "label in Turkish": ("Giriş Tarihi: 20 Ağustos 2025 14:02 Güncelleme Tarihi: 21 Ağustos 2025", DAY),
    "label on its own line": ("Published\nAugust 20, 2025\nUpdated\nAugust 21, 2025", DAY),
    "label and time": ("Published on 20/08/2025 - 11:20 GMT+2•Updated 12:00", DAY),
    "labels glued to times": ("Issued on: 20/08/2025 - 10:10Modified: 21/08/2025 - 10:11", DAY),
    "twice, glued": ("Published On 20 Aug 202520 Aug 2025", DAY),
    "counter": ("Published: 20.08.2025 09:12 | Views: 1 204", DAY),
    "published by": ("Published by Ada Muster 20 de agosto, 2025", DAY),
    "byline, update behind": ("Ada Muster and Bela Exempel  | 20.08.2025 - Update : 21.08.2025", DAY),
    "byline above": ("by Ada Muster\n\nAugust 20, 2025 10:12 pm (Updated: August 21, 2025 1:00 am)\n3 min read", DAY),
    "byline below": ("August 20, 2025 5:45 pm CET\nBy Ada Muster", DAY),
    "byline, dash, weekday": ("Ada Muster — Wednesday, 20 August 2025, 14:32", DAY),
    "correspondent": ("Ada Muster in Strelsau\nWed 20 Aug 2025 15.21 BST\nShare", DAY),
    "wire": ("By Ada Muster and Bela Exempel\nAugust 20, 20253:21 PM GMT+2Updated 2 hours ago", DAY),
    "slashes with outlet": ("August 20, 2025 / 10:12 AM EDT / The Gazette", DAY),
    "Russian": ("20 августа 2025, 12:30", DAY),
    "Ukrainian": ("Середа, 20 серпня 2025, 14:32", DAY),
    "Hungarian": ("2025. augusztus 20. 14:02", DAY),
    "capital and day": ("Paris, 20 August 2025", DAY),
    "agency and stamp": ("Source: NORDA\n\nEditor: ada\n\n2025-08-20 15:12:30", DAY),
    "American and written": ("08/20/2025August 20, 2025", DAY),
    "weekday decides": ("Thursday, 04/09/2025", datetime.date(2025, 9, 4)),
    "zone decides": ("04/09/2025 3:15 PM EDT", datetime.date(2025, 4, 9)),
    "other date decides": ("04/09/2025\nUpdated: 13/09/2025", datetime.date(2025, 9, 4)),
    "updated only": ("Last Updated:August 20, 2025, 07:56 IST", None),
    "updated only, byline": ("By ADA MUSTER\nUpdated 3:21 PM GMT+2, August 20, 2025\nShare", None),
    "state of affairs": ("Stand: 20.08.2025, 14:02 Uhr", None),
    "relative": ("3 hours ago\n\nAda Muster\nGazette News, Strelsau", None),
    "ambiguous": ("Published: 04/09/2025", None),
    "two days": ("August 20, 2025\nAugust 22, 2025", None),
    "wrong weekday": ("Tue, 20 August 2025", None),
    "caption": ("Ada Example in Strelsau on August 15, 2025.\n\nPavel Muster | NORDA | Getty Images", None),
    "caption with credit": (
        "Ada Example speaks during a meeting in Strelsau, August 19, 2025. REUTERS/Pavel Muster",
        None,
    ),
    "caption like a byline": ("Ada Example | August 15, 2025", None),
    "caption like an author's line": ("Ada Example, 20 August 2025", None),
    "post": ("— Ada Example (@adaexample) October 5, 2025", None),
}


@pytest.mark.parametrize("name", HEADS)
def test_head(name: str) -> None:
    head, day = HEADS[name]
    reading = read(f"{TITLE}\n\n{head}\n\n{BODY}")
    assert reading.headline is not None
    assert (reading.headline.text, reading.date) == (TITLE, day)
    assert texts(reading) == list(PARAGRAPHS)


# Each: the whole clip, its title and its day.
CLIPS = {
    "prefix": (f" date 2025-08-20 {BODY}", None, DAY),
    "prefix and title": (f" date 2025-08-20 {TITLE}\n\n{BODY}", TITLE, DAY),
    "prefix and navigation": (f" date 2025-08-20 HOME NEWS BUSINESS SPORTS GET AHEAD\n{TITLE}\n{BODY}", TITLE, DAY),
    "prefix and dateline": (f" date 2025-08-20 STRELSAU, August 20. /NORDA/. {BODY}", None, DAY),
    "bar": (f"20.08.2025 | {TITLE}\n\n{BODY}", TITLE, DAY),
    "section and caption first": (f"Ada Example, Bordurian Leaders\nPolitics\n\n{TITLE}\n\n{BODY}", TITLE, None),
    "breadcrumb": (f"Home > News > World\n\n{TITLE}\n\n{BODY}", TITLE, None),
    "kicker": (f"EXCLUSIVE\n{TITLE}\n{BODY}", TITLE, None),
    "labels": (f"Title: {TITLE}\nAuthor: Ada Muster\nDate: 2025-08-20\n\n{BODY}", TITLE, DAY),
    "outlet behind a bar": (f"{TITLE} | Borduria First\n\n{BODY}", TITLE, None),
    "outlet behind a dash": (f"{TITLE} - Strelsau Post\n\n{BODY}", TITLE, None),
    "source behind a dash stays": (f"{TITLE} - Reuters\n\n{BODY}", f"{TITLE} - Reuters", None),
    "question": (f"Why does Ruritania hold back?\n{BODY}", "Why does Ruritania hold back?", None),
    "capitals": (f"RURITANIA HOLDS BACK ITS SIGNATURE\n\nBy ADA MUSTER\n\n{BODY}", "RURITANIA HOLDS BACK ITS SIGNATURE", None),
    "series": (f"Bordurian Campaign Assessment, May 5, 2025\n\n{BODY}", "Bordurian Campaign Assessment, May 5, 2025", None),
    "no title": (BODY, None, None),
    "no title, event first": (f"On Monday, August 18, 2025, the hall filled with visitors from both sides.\n\n{BODY}", None, None),
    "deck is no title": (f"— Example warns of “new dam” as Muster looks for water\nBy Ada Muster | The Gazette\n{BODY}", None, None),
    "dateline with the year": (f"{TITLE}\n\nSTRELSAU, Aug. 20, 2025 (NORDA) -- {BODY}", TITLE, DAY),
    "date at the end": (f"{TITLE}\n\n{BODY}\n\nPublished: August 20, 2025", TITLE, DAY),
    "event at the end": (f"{TITLE}\n\n{BODY}\n\nThe quarrel began on February 24, 2022.", TITLE, None),
    "timeline": (
        f"{TITLE}\n\nAugust 1, 2025 — The talks begin in Strelsau.\n\nAugust 4, 2025 — The talks end.\n\n{BODY}",
        TITLE,
        None,
    ),
    "teasers with labels": (f"{TITLE}\n\n{BODY}\n\nRelated\n\nAnother dam\nPublished: August 12, 2025", TITLE, None),
    "date and place in brackets": (f"{TITLE}\n\nAugust 20, 2025 (STRELSAU) – {BODY}", TITLE, DAY),
    "place and date in brackets": (f"{TITLE}\n\n(Strelsau, August 20, 2025) – {BODY}", TITLE, DAY),
    "place and date in brackets, French": (f"{TITLE}\n\n(Paris, le 20 août 2025) {BODY}", TITLE, DAY),
    "place, date in brackets": (f"{TITLE}\n\nSTRELSAU (20 August 2025) — {BODY}", TITLE, DAY),
    "no dateline in brackets": (f"{TITLE}\n\nThe treaty (August 20, 2025) – all of it – lies on the table of both houses.\n\n{BODY}", TITLE, None),
    "bracketed line is no title": (f"[Forwarded from Zenda Notes]\n{BODY}", None, None),
    "newsletter": (f"View in browser\nThe Gazette Morning\nAll that counts on four pages\nWednesday, August 20, 2025\n\n{TITLE}\n\n{BODY}", TITLE, DAY),
    "newsletter's slogan": (f"Your five-minute briefing on rivers\nWednesday, August 20, 2025\n\n{TITLE}\n\n{BODY}", TITLE, DAY),
    "deck below the date is no title": (f"{TITLE}\nWednesday, August 20, 2025\nEngineers of Zenda wait for plans\n\n{BODY}", TITLE, DAY),
    "outlet with particles": (f"{TITLE} | Le Courrier du Soir\n\n{BODY}", TITLE, None),
    "title that begins with By": (f"By Far The Longest Dam\n\n0\n4\n\nDate: August 20, 2025.\n\n{BODY}", "By Far The Longest Dam", DAY),
    "byline is no title": (f"By Ada Muster and Bela Exempel\n\n4\n\nDate: August 20, 2025.\n\n{BODY}", None, DAY),
    "teasers with dates": (f"{TITLE}\n\n{BODY}\n\nRelated articles\n\nAnother dam\nAugust 12, 2025", TITLE, None),
}  # fmt: skip


@pytest.mark.parametrize("name", CLIPS)
def test_clip(name: str) -> None:
    clip, title, day = CLIPS[name]
    reading = read(clip)
    assert (reading.headline.text if reading.headline else None, reading.date) == (title, day)
    assert [text for text in texts(reading) if text in PARAGRAPHS] == list(PARAGRAPHS)


BYLINES = {
    "Ada Muster with Reuters, AFP": ("Ada Muster",),
    "Ada Muster mit dpa": ("Ada Muster",),
    "Ada Muster (now) and Bela Exempel (earlier)": ("Ada Muster", "Bela Exempel"),
    "By Ada Muster (Strelsau, Zenda bureau)": ("Ada Muster",),
    "NORDA English Desk": (),
    "By Agencies and Gazette Staff": (),
}


@pytest.mark.parametrize("byline", BYLINES)
def test_bylines(byline: str) -> None:
    reading = read(f"{TITLE}\n{byline}\nAugust 20, 2025\n\n{BODY}")
    assert (reading.authors, reading.standfirst, texts(reading)) == (BYLINES[byline], None, list(PARAGRAPHS))


def test_places_are_no_authors() -> None:
    head = "Updated - August 21, 2025 11:24 pm IST - New Delhi\nPublished - August 20, 2025 08:15 pm IST\nADA MUSTER\nPRINT"
    assert read(f"{TITLE}\n{head}\n\n{BODY}").authors == ("ADA MUSTER",)


def test_notes_on_the_author() -> None:
    note = "Ada Muster is a reporter at The Gazette. She worked for a radio station in Zenda before."
    other = "Carla Beispiel is a correspondent for The Gazette and covers the rivers of the south."
    text = f"{TITLE}\nBy Ada Muster\nAugust 20, 2025\n\n{BODY}\n\n"
    assert reasons(read(text + note))[note] == "author note"
    assert reasons(read(text + other))[other] == "author note"
    stays = "Bela Muster is a reporter at heart, his friends say, and will not let go of the plans."
    assert texts(read(text + stays))[-1] == stays


def test_teaser_lists_end_where_the_text_goes_on() -> None:
    short = "Muster called it “the first stone that can bear weight”."
    teasers = "Recommended Stories\nlist of 2 items\nlist 1 of 2Borduria builds another dam\nWho pays for the dam?"
    assert texts(read(f"{TITLE}\n\n{PARAGRAPHS[0]}\n\n{teasers}\nend of list\n\n{short}\n\n{PARAGRAPHS[2]}")) == [
        PARAGRAPHS[0],
        short,
        PARAGRAPHS[2],
    ]
    assert texts(
        read(f"{TITLE}\n\n{PARAGRAPHS[0]}\n\nRelated\nBorduria builds another dam\n\n{short}\n\n{PARAGRAPHS[2]}")
    ) == [PARAGRAPHS[0], short, PARAGRAPHS[2]]
    assert texts(read(f"{TITLE}\n\n{BODY}\n\nMore on the dam:\nA guide to the river\nThe host who stayed")) == list(
        PARAGRAPHS
    )


def test_captions_beside_agencies_and_credits() -> None:
    scene = "Smoke over the market of Zenda after the flood last month"
    heading = "What comes next for the dam in Zenda"
    reading = read(
        f"{TITLE}\n{PARAGRAPHS[0]}\nReuters\n{scene}\n‘The road is closed’\n{PARAGRAPHS[1]}\nNorda\nGetty Images\n{heading}\n{PARAGRAPHS[2]}"
    )
    assert reasons(reading)[scene] == "caption"
    assert [block.text for block in reading.blocks if block.role is Role.HEADING][-1] == heading
    twin = "A tanker is unloaded at the terminal of Zenda"
    reading = read(
        f"{TITLE}\n{PARAGRAPHS[0]}\n{twin}\nThe ban takes effect in two steps | Image: Ada Muster/picture alliance\n{PARAGRAPHS[1]}\n{PARAGRAPHS[2]}"
    )
    assert reasons(reading)[twin] == "caption"


def test_scripts_without_spaces_have_sentences() -> None:
    lines = ("川の条約に署名しないと大臣は水曜日に述べた。", "技術者たちは図面を待っている。", "水は三日で引いた。")
    assert texts(read(f"{TITLE}\n\n" + "\n\n".join((*lines, *PARAGRAPHS))))[:3] == list(lines)


def test_date_has_its_evidence() -> None:
    reading = read(f"{TITLE}\n\nAda Muster  | 20.08.2025 - Update : 21.08.2025\n\n{BODY}")
    assert reading.updated == datetime.date(2025, 8, 21)
    assert reading.authors == ("Ada Muster",)
    assert (reading.evidence["date"].line, reading.evidence["date"].how) == (3, "label")
    assert reading.evidence["title"].line == 1


def test_ambiguous_date_offers_both() -> None:
    (problem,) = read(f"{TITLE}\nPublished: 04/09/2025\n\n{BODY}").problems
    assert (problem.code, problem.line) == ("date-ambiguous", 2)
    assert "date: 2025-04-09" in problem.help
    assert "date: 2025-09-04" in problem.help


def test_weekday_against_a_dated_caption_is_a_hint() -> None:
    caption = "Ada Example greets Bela Muster at the dam in Zenda on Oct. 17, 2025."
    text = f"{TITLE}\n\n{BODY}\n\n{caption}\n\nPavel Muster | NORDA | Getty Images\n\nThe talks last Friday had gone badly, diplomats said."
    reading = read(text)
    assert reading.date is None
    assert "perhaps 2025-10-22" in reading.evidence["date-hint"].text


JUNK = {
    "share counter": "4",
    "widget": "Subscribe to our channel",
    "comment form": "LEAVE A REPLY",
    "teaser": "Also read: Borduria builds another dam",
    "markup": "<p>The harbour lights have been lit out in Zenda</p>",
    "source line": "Source NORDA, Photo: Council of the River, Muster",
    "live-blog stamp": "UPDATE 1841 GMT:",
    "time": "2 hours ago",
    "template label": "Recall",
    "credit": "Pavel Muster | Afp | Getty Images",
    "caption": "File: The dam at Zenda on January 25, 2024. (Government handout)",
    "rule": "* * *",
    "embedded post": "— Ada Example (@adaexample) October 5, 2025",
}

# Kinds of notices, each in several wordings and languages.
NOTICES = {
    "sign-off": (
        "Ada Muster reported from Zenda. Bela Exempel contributed reporting from Strelsau.",
        "NORDA Economics Writer Ada Muster contributed to this report.",
        "NORDA writers Ada Muster in Zenda, Bela Exempel in Strelsau and Carla Beispiel contributed to this report.",
        "The Gazette’s Ada Muster and Bela Exempel contributed to this story",
        "With files from agencies",
        "Mit Material von dpa und AFP",
        "Con información de EFE",
        "Com informações da Reuters",
        "Edited by: Ada Muster",
        "Edição: Ada Muster",
        "Tradução: Bela Exempel",
        "Редактор: Ада Мустер",
    ),
    "note on the text": (
        "Leer en español",
        "Lire cet article en français",
        "Auf Deutsch lesen",
        "Read this story in Ukrainian",
        "Читать на русском",
        "Audio is AI-generated.",
        "Summary is AI-generated, newsroom-reviewed",
        "Dieser Text wurde automatisch übersetzt.",
        "Translation of an original article published in Ruritanian on gazette.example; only that version is binding.",
        "Este artículo fue publicado originalmente en La Gaceta.",
    ),
    "terms of use": (
        "You have 61.4% of this article left to read. The rest is for subscribers only.",
        "Il vous reste 61.4% de cet article à lire. La suite est réservée aux abonnés.",
        "While citing and using any materials on the Internet, links to the website gazette.example are mandatory.",
        "(Except for the headline, this story has not been edited by Gazette staff and is published from a syndicated feed.)",
        "При использовании материалов ссылка на «Газету» обязательна.",
        "Zenda: 'We look at the dam' - ALL RIGHTS RESERVED",
        "Todos los derechos reservados.",
    ),
    "consent": (
        "Este site usa cookies. Ao continuar navegando, você concorda com a nossa política.",
        "Wir verwenden Cookies, um Inhalte zu personalisieren.",
        "Nous utilisons des cookies pour améliorer votre visite.",
        "We value your privacy. Accept all cookies",
        "Protected by reCAPTCHA and the Privacy Policy and Terms of Service apply.",
    ),
    "newsletter": (
        "Stories from The Gazette, right in your inbox",
        "Get The Gazette's Daily Edition by email and never miss our top stories",
        "Newsletter email address",
        "Update your email preferences or unsubscribe here",
        "Good morning! Today's email was written by Ada Muster.",
        "Vom Newsletter abmelden in Ihrem Postfach",
    ),
    "offer": (
        "Become a member – go ad-free",
        "Werden Sie Mitglied",
        "Subscribers only",
        "Réservé aux abonnés",
        "Supported by our community.",
        "Do you have a tip? Write to desk@gazette.example",
        "Schreiben Sie uns: redaktion@gazette.example",
        "Copy/paste the article video embed link below:",
        "Show key events only",
        "Font size decrease font size increase font size",
        "Read 2143 times Last modified on Saturday, 23 August 2025 10:02",
        "[Forwarded from Zenda Notes]",
    ),
    "live-blog note": (
        "This live blog is now closed.",
        "Our live coverage has ended.",
        "We’re closing this live blog now, thanks for following.",
        "Der Liveblog ist beendet.",
    ),
    "tags": ("Tagged: Ada Example, the dam, River Council (RC)", "Schlagwörter: Damm, Fluss", "Теги: плотина, река", "👍 1.2K  😁 340  🤬 57"),
    "embedded post": ("⚡️ Muster: To sign it would be a grave mistake pic.twitter.com/xK2vv0",),
    "time": ("Lesezeit: 2 Min.", "Temps de lecture : 3 min", "2 min Reading time", "Czas czytania: 4 minuty", "Время чтения: 3 минуты"),
    "widget": ("share2", "Compartilhe:", "Quick Reads", "Subscribe", "With additional reporting by Ada Muster in Zenda", "🔴 Follow us: @zendanotes | Boost the channel"),
    "caption": (
        "[1/2] Ada Example attends a meeting in Strelsau, August 5, 2025. REUTERS/A. Muster/File Photo Purchase Licensing Rights, opens new tab",
        "1 of 3 | Ada Example arrives at the dam.",
        "The foreign minister, at the palace of Zenda last week. Álvaro Muster (EFE)",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("reason", "line"), [(reason, line) for reason, lines in NOTICES.items() for line in lines])
def test_notices_go_wherever_they_stand(reason: str, line: str) -> None:
    between = read(f"{TITLE}\n\n{PARAGRAPHS[0]}\n\n{line}\n\n{PARAGRAPHS[1]}\n\n{PARAGRAPHS[2]}")
    assert reasons(between) == {line.replace("  ", " "): reason}
    above = read(f"{TITLE}\n\n{line}\n\n{BODY}")
    assert (above.standfirst, texts(above)) == (None, list(PARAGRAPHS))
    assert above.headline is not None
    assert above.headline.text == TITLE


@pytest.mark.parametrize("reason", JUNK)
def test_junk_between_paragraphs(reason: str) -> None:
    reading = read(f"{TITLE}\n\n{PARAGRAPHS[0]}\n\n{JUNK[reason]}\n\n{PARAGRAPHS[1]}\n\n{PARAGRAPHS[2]}")
    assert reasons(reading) == {JUNK[reason]: reason}
    assert reading.dropped[0].line == 5
    assert texts(reading) == list(PARAGRAPHS[:3])


STAYS = (
    "Sources say yes, and the ministry says no.",
    "This image of Ruritania as a great power has faded.",
    "The dam has damaged the image of the country.",
    "For the latest round of talks, Example flew to Zenda.",
    "By continuing the quarrel, Borduria loses its best market.",
    "If you want to understand the quarrel, look at the river.",
    "Reporting by the Gazette showed that the plans had been changed twice since the spring.",
    "They said on air: we shall not sign.",
    "He criticised the coverage: it was, he said, unfair.",
    "Example told the agency so in a short interview (AFP).",
    "Share prices fell by a tenth.",
    "Follow the money, say the engineers of Zenda.",
    "More than 400 people came to the dam.",
    "Read the treaty, she said, and you will see.",
    "Details of the plan are open.",
    "Comments by the minister made waves.",
    "Related costs are not known.",
    "The law takes effect on January 1, 2026.",
    "The quarrel began on February 24, 2022.",
    "Zenda, left alone, is losing ground.",
    "Via Zenda, the river reaches the sea.",
    "Watch what they do, not what they say.",
    "By Friday the talks were over.",
    "Posted at the border, the engineers wait.",
    "Stay or go, the engineers have to decide.",
    "Tags on the pipes show their age.",
    "Source code of the dam's control was lost.",
    "In 2022, the talks failed (see the table of 2021).",
    "The water rose by 2,500 cubic metres (1,550 cubic yards).",
    "1,200 people died.",
    "“It is done.”",
    # Each of these resembles a kind of notice.
    "Subscribe to the view that the dam is safe, and you must explain three floods in four years.",
    "Sign up to the treaty or leave the river to others, the envoy of Zenda told the delegates.",
    "He reported from the front that the engineers had left their posts before the water came.",
    "The Gazette reported from the valley that no one had been warned.",
    "Ruritania contributed to the report with maps of the river.",
    "Climate and carelessness contributed to this report of losses, the ministry said.",
    "With reporting restrictions lifted, the court named the engineer.",
    "With material from three wars, the museum of Zenda opened its doors.",
    "This article is part of the treaty's core and cannot be dropped without a vote of both houses.",
    "This report was published by the ministry in May and named the engineers who had signed the plans.",
    "The audio is AI-generated, experts of the ministry said.",
    "AI-generated pictures of the flood went round the world.",
    "Cookies were handed out to the engineers at the gate.",
    "We use cookies and cake, said the baker of Zenda, to win people over.",
    "This site uses the water of the river to cool its turbines.",
    "You have two of these articles left to discuss, he told the delegates of both countries.",
    "Translation of an original contract took the court three weeks.",
    "Become a member of the alliance, and you will be safe, he told them in Zenda.",
    "Support our work, the engineers wrote on the wall of the dam.",
    "Tagged as a spy, the engineer left the country.",
    "Edited by three ministries, the plan lost its teeth.",
    "More on the dam became known on Friday.",
    "Do you have a plan, the envoy asked, or only a brochure?",
    "Read three times, the treaty failed in the upper house.",
    "Copy and paste is no way to write a treaty, said Example.",
    "For more information on the flood, people turned to the radio, which had fallen silent at noon.",
    "Never miss a chance, he told the engineers, and they never missed one.",
    "Stay ahead of the flood, the ministry told people in Zenda, and leave the valley by night.",
    "Use of the material was permitted by nobody, the court found.",
    "Writing to the minister at her ministry brought no reply.",
    "The blog has closed its books on the dam, its author wrote.",
    "Reuters and two other agencies reported the flood first.",
    "1 of 3 engineers left the dam before the water came.",
    "A short note landed in your inbox, the envoy joked, and in mine.",
    "Follow us into the valley, the engineers told the reporters, and see the water for yourselves.",
)


@pytest.mark.parametrize("sentence", STAYS)
def test_sentences_that_look_like_junk_stay(sentence: str) -> None:
    reading = read(f"{TITLE}\n\n{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}\n\n{sentence}\n\n{PARAGRAPHS[2]}")
    assert texts(reading) == [PARAGRAPHS[0], PARAGRAPHS[1], sentence, PARAGRAPHS[2]]
    assert reading.date is None


def test_pull_quotes_go_and_headings_stay() -> None:
    pulled = "Both sides say that it would end the quarrel about the dam"
    nearly = "Strelsau will not sign the river treaty until its own engineers have seen the plans"
    reading = read(
        f"{TITLE}\n\n{PARAGRAPHS[0]}\n\n{nearly}\n\nA brochure, no plan\n\n{PARAGRAPHS[1]}\n\n{pulled}\n\n{PARAGRAPHS[3]}"
    )
    assert reasons(reading) == {pulled: "pull quote", nearly: "pull quote"}
    assert [block.text for block in reading.blocks if block.role is Role.HEADING] == ["A brochure, no plan"]


def test_portraits_are_captions() -> None:
    reading = read(f"{TITLE}\n\n{BODY}\n\nAda Example, Carla Beispiel\n\n{PARAGRAPHS[1].replace('three', 'four')}")
    assert reasons(reading) == {"Ada Example, Carla Beispiel": "caption"}


def test_junk_glued_to_the_last_paragraph() -> None:
    reading = read(f"{TITLE}\n\n{BODY} -- ANX Subscribe to our channel Share: Facebook X Telegram")
    assert texts(reading) == list(PARAGRAPHS)
    assert {dropped.reason for dropped in reading.dropped} <= {"agency tag", "widget"}


def test_everything_behind_the_comment_form_goes() -> None:
    reading = read(
        f"{TITLE}\n\n{BODY}\n\nComments (3)\n\nJohnny: I think that this is all very good, and I like it a lot."
    )
    assert texts(reading) == list(PARAGRAPHS)


def test_standfirst() -> None:
    deck = "Delegation gets narrow mandate; engineers wait for the plans"
    sentence = "The minister said that the plans would not change her mind."
    assert read(f"{TITLE}\n\n{deck}\n\n{BODY}").standfirst == Block(
        role=Role.STANDFIRST, text=deck, line=3, origin=((0, len(TITLE) + 2),)
    )
    standfirst = read(f"{TITLE}\n\n{sentence}\n\nBy Ada Muster\n\n{BODY}").standfirst
    assert standfirst is not None
    assert standfirst.text == sentence


def test_lists_quotations_and_links() -> None:
    reading = read(
        f"{TITLE}\n\n- The plans are late.\n- The dam is old.\n\n{PARAGRAPHS[0]}\n\nMuster wrote on Monday:\n\n"
        "We will send them again, and I will bring them myself.\n\n> As agreed.\n\nThe plans are at https://example.org/dam (in part).\n"
    )
    roles = [(block.role, block.text) for block in reading.blocks]
    assert roles[:2] == [(Role.LIST_ITEM, "The plans are late."), (Role.LIST_ITEM, "The dam is old.")]
    assert roles[4][0] is Role.QUOTATION
    assert roles[5] == (Role.QUOTATION, "As agreed.")
    (mark,) = reading.blocks[-1].marks
    assert reading.blocks[-1].text[mark.start : mark.end] == mark.href == "https://example.org/dam"


def test_wrapped_paragraphs_are_joined_and_keep_their_place() -> None:
    text = "\n\n".join(textwrap.fill(part, 72) for part in (TITLE, *PARAGRAPHS))
    reading = read(text)
    assert texts(reading) == list(PARAGRAPHS)
    for block in reading.blocks:
        assert all(
            text[block.offset_in_file(at) or 0].split() == character.split() for at, character in enumerate(block.text)
        )


def test_damaged_words_are_reported_and_kept() -> None:
    damaged = "The six-year-oldquarrel is about to end, and all guarantor st ates know it. The states agree."
    reading = read(f"{TITLE}\n\n{BODY}\n\n{damaged}")
    assert texts(reading)[-1] == damaged
    assert [problem.message for problem in reading.problems] == [
        "“year-oldquarrel” looks damaged",
        "“st ates” looks damaged",
    ]


def test_html_in_a_text_file_is_read_as_html() -> None:
    text = "\n".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    assert texts(read(text)) == list(PARAGRAPHS)


# --- nothing is lost, nothing hangs --------------------------------------------------------------------------------------------------

KINDS = st.sampled_from(
    [
        *(TITLE, *PARAGRAPHS, *JUNK.values(), *(head for head, _ in HEADS.values()), "", ""),
        *("- The plans are late.", "• The dam", "1. First", "> As agreed.", "# Heading", "Politics", "0", "<p>", "| |"),
        *("Ada Example, Carla Beispiel", "Muster wrote:", "I will come.", "Related articles", "A <b>dam</b>"),
        *("Die GrÃ¶ÃŸe des\u00a0Damms", "sig\u00adna\u200bture", "Title: The dam", " date 2025-08-20 "),
        *("STRELSAU, August 20. /NORDA/. " + PARAGRAPHS[3], PARAGRAPHS[3] + " -- ANX"),
    ]
)
LINES = st.lists(st.one_of(KINDS, st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=60)), max_size=25)


def letters(*pieces: str) -> list[str]:
    return sorted("".join("".join(pieces).split()))


def marker(block: Block, text: str) -> str:
    """What of a list item's or quotation's line became its role."""
    start = block.offset_in_file(0) or 0
    line = text.rfind("\n", 0, start) + 1
    return text[line:start] if block.role in {Role.LIST_ITEM, Role.QUOTATION, Role.HEADING, Role.TITLE} else ""


@settings(max_examples=300, deadline=None)
@given(LINES, st.sampled_from(["\n", "\n\n", "\r\n"]))
def test_kept_and_dropped_are_the_whole_clip(lines: list[str], end: str) -> None:
    text = end.join(line.replace("\r", " ") for line in lines)
    assume(not is_html(text))
    reading = read(text)
    kept = [block for block in (reading.headline, reading.standfirst, *reading.blocks) if block]
    found = letters(*(block.text for block in kept), *(dropped.text for dropped in reading.dropped))
    whole = letters(*(block.text for block in split_lines(text)))
    markers = letters(*(marker(block, text) for block in kept))
    missing = list(whole)
    for letter in found:
        missing.remove(letter)
    assert len(missing) <= len(markers)
    assert all(letter in markers for letter in missing)


HOSTILE = {
    "one word": "a" * 1_000_000,
    "spaces": "a" + " " * 1_000_000 + "b",
    "brackets": "(" * 500_000 + ")" * 500_000,
    "quotes": "“a” " * 250_000,
    "sentences": "A b. " * 200_000,
    "widgets": "A. Share: x " * 80_000,
    "dates": "20 August 2025 " * 65_000,
    "months": "August " * 140_000,
    "digits": "1" * 1_000_000,
    "numbers": "1.1.1." * 160_000,
    "tags": "<p " * 300_000,
    "addresses": "https://" * 125_000,
    "dashes": "- " * 500_000,
    "mojibake": "Ã¶" * 500_000,
    "capitals": "Ab " * 330_000,
    "soft hyphens": "a\u00ad" * 500_000,
    "short lines": "Ab cd\n" * 20_000,
    "equal lines": "The plans have been public since the spring\n" * 10_000,
    "many headings": "\n".join(f"Plan {n} of the dam at the river\n" for n in range(10_000)),
    "teasers": f"{PARAGRAPHS[0]}\nRelated articles\nAda Example, Carla Beispiel\nComments\n" * 3_000,
    "notices": "Do you have a tip? Write to us by email from Zenda and contribute\n" * 10_000,
    "notice without end": "While citing any materials " + "link " * 200_000,
    "icons": "👍 1 " * 200_000,
    "names": "Ada Example and " * 60_000,
    "brackets and dates": "(Strelsau, 20 August 2025) – " * 30_000,
    "date lines": "Ada Example | August 15, 2025\n" * 10_000 + PARAGRAPHS[0],
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_megabyte(name: str) -> None:
    start = time.process_time()
    read(HOSTILE[name])
    assert time.process_time() - start < 20
