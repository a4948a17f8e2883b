"""The openings of news sites in many orders of label, byline, date, caption and title: title and date come out right, or not at all."""

import datetime

import pytest

from generator.reading.clip.plain import read_plain

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

# What stands below the title, one line or several, and the day that it states.
DATED = (
    "Posted by desk on August 20, 2025",
    "Posted by admin | August 20, 2025",
    "Submitted by editor on Wed, 08/20/2025 - 14:02",
    "Posted on August 20, 2025 by newsdesk",
    "August 20, 2025 by webdesk",
    "Published August 20, 2025 by Rosa Beispiel",
    "Publicado por Rosa Ejemplo 20 de agosto de 2025",
    "Publicada el 20 de agosto de 2025 por Rosa Ejemplo",
    "Por Rosa Ejemplo - 20 de agosto de 2025 - 14:02h",
    "Por redacción | 20/08/2025 14:02",
    "Escrito por redacción el 20 de agosto de 2025",
    "Publié par Rose Exemple le 20 août 2025 à 10h12",
    "Par la rédaction, le 20 août 2025",
    "Rédigé par Rose Exemple, le 20 août 2025",
    "Veröffentlicht von Rosa Beispiel am 20. August 2025",
    "Von Rosa Beispiel | Stand: 21.08.2025 | Veröffentlicht: 20.08.2025",
    "20.08.2025, 14:02 Uhr, von Rosa Beispiel",
    "Pubblicato da Rosa Esempio il 20 agosto 2025",
    "di Rosa Esempio 20 agosto 2025",
    "Geplaatst door redactie op 20 augustus 2025",
    "Opublikowane przez Róża Przykład 20 sierpnia 2025",
    "Publicerad av Rosa Exempel 20 augusti 2025 kl. 14.02",
    "Udgivet af redaktionen den 20. august 2025",
    "Опубликовано: 20 августа 2025 | Автор: редакция",
    "Автор: Роза Примерова 20.08.2025 14:02",
    "Source: Norda    Editor: ada    2025-08-20 15:12:30",
    "Editor: ada Source: Norda 2025-08-20 15:12:30",
    "Source: Norda 2025-08-20 15:12:30",
    "2025-08-20 15:12:30 Source: Norda",
    "Source: The Gazette | August 20, 2025 | Views: 1,204",
    "Views: 1204 | 20.08.2025",
    "News | World | 20 August 2025",
    "Rosa Beispiel August 20, 2025",
    "Rosa Beispiel, August 20, 2025 · 4 min read",
    "The Strelsau Gazette, August 20, 2025",
    "Wednesday, August 20, 2025 | 5:45 pm | Rosa Beispiel | World",
    "WORLD / 20 AUG 2025 / 14:02",
    "By Rosa Beispiel\nThe Gazette\nPublished: 14:02 BST, 20 August 2025 | Updated: 18:00 BST, 21 August 2025\n112 comments",
    "Rosa Beispiel\nRiver correspondent\n@rosabeispiel\n20 August 2025\nShare\nSave",
    "Photo: Norda\nBy Rosa Beispiel, Aug 20, 2025",
    "Ada Example in Strelsau, August 15, 2025. Photo: Norda\n\nAugust 20, 2025 | By staff",
)  # fmt: skip


@pytest.mark.parametrize("head", DATED)
def test_date_lines_in_any_order_and_language(head: str) -> None:
    reading = read_plain("clip.txt", f"{TITLE}\n\n{head}\n\n{BODY}")
    assert (reading.headline.text if reading.headline else None, reading.date) == (TITLE, DAY)
    assert [block.text for block in reading.blocks] == list(PARAGRAPHS)


@pytest.mark.parametrize("head", [head for head in DATED if "\n" not in head])
def test_date_lines_above_the_title_without_it_and_at_the_end(head: str) -> None:
    above = read_plain("clip.txt", f"{head}\n\n{TITLE}\n\n{BODY}")
    bare = read_plain("clip.txt", f"{head}\n\n{BODY}")
    end = read_plain("clip.txt", f"{TITLE}\n\n{BODY}\n\n{head}")
    assert (above.headline.text if above.headline else None, end.headline and end.headline.text) == (TITLE, TITLE)
    assert bare.headline is None
    assert {above.date, bare.date, end.date} <= {DAY, None}  # a bare name as a first line may be a title: open
    assert end.date == DAY
    for reading in (above, bare, end):
        assert [block.text for block in reading.blocks] == list(PARAGRAPHS)


# Lines below the title with a date that dates no article.
UNDATED = (
    "The dam at Zenda, seen on August 15, 2025",
    "Engineers under the roof of the hall in Zenda, on August 15, 2025. © Rosa Beispiel, Norda",
    "Zenda Bridge, August 15, 2025",
    "Ada Example August 15, 2025",
    "Ada Example and Bela Muster, Strelsau, August 15, 2025",
    "Updated by desk on August 21, 2025",
)


@pytest.mark.parametrize("line", UNDATED)
def test_other_dates_are_no_day_of_publication(line: str) -> None:
    reading = read_plain("clip.txt", f"{TITLE}\n\n{line}\n\n{BODY}")
    assert (reading.headline.text if reading.headline else None, reading.date) == (TITLE, None)
    assert [block.text for block in reading.blocks][-4:] == list(PARAGRAPHS)


# The clip's lines before the text, its title and its day.
LAYOUTS = {
    "label, title, byline, date": (f"World\n{TITLE}\nBy Rosa Beispiel\nAugust 20, 2025", TITLE, DAY),
    "date, label, title": (f"August 20, 2025\nOpinion\n{TITLE}", TITLE, DAY),
    "byline, date, title": (f"By Rosa Beispiel\nAugust 20, 2025\n{TITLE}", TITLE, DAY),
    "breadcrumb, title, deck, date": (f"Home > World > Rivers\n{TITLE}\nEngineers of Zenda wait for plans\n20 August 2025", TITLE, DAY),
    "caption, credit, title, date": (f"The dam at Zenda, August 15, 2025. Photo: Norda\n{TITLE}\nAugust 20, 2025", TITLE, DAY),
    "name and thing, label, title": (f"Ada Example, river dams\nOpinion\n\n{TITLE}\n\nDate: August 20, 2025.", TITLE, DAY),
    "names and thing, label, title": (f"Ada Example and Bela Muster, river treaty\nAnalysis\n{TITLE}", TITLE, None),
    "name and thing, credit, title": (f"Ada Example, river dams\nPhoto: Norda\n{TITLE}\nAugust 20, 2025", TITLE, DAY),
    "name and thing is the only title": ("Ada Example, the river dams\nOpinion\nAugust 20, 2025", "Ada Example, the river dams", DAY),
    "promo only": ("The dam at Zenda, August 15, 2025\nListen: Our podcast on the river war", None, None),
    "promo first": (f"Listen: Our podcast on the river war\n{TITLE}\nAugust 20, 2025", TITLE, DAY),
    "promo below": (f"{TITLE}\nWatch: How the dam was built in six years\nAugust 20, 2025", TITLE, DAY),
    "promo in German": ("Hören: Unser Podcast zum Krieg am Fluss\n20. August 2025", None, DAY),
    "video is the article": ("Watch: The dam at Zenda bursts in spring\nAugust 20, 2025", "Watch: The dam at Zenda bursts in spring", DAY),
    "live report": ("Live: The dam at Zenda bursts in spring\nAugust 20, 2025", "Live: The dam at Zenda bursts in spring", DAY),
    "outlet in German": (f"{TITLE} - Elster Kurier\n20.08.2025", TITLE, DAY),
    "outlet in one word": (f"{TITLE} – Zendanachrichten", TITLE, None),
    "outlet in Spanish": (f"{TITLE} - El Correo de Zenda", TITLE, None),
    "outlet in Polish": (f"{TITLE} — Dziennik Strelsauski", TITLE, None),
    "outlet in Russian": (f"{TITLE} - Зендский вестник", TITLE, None),
    "outlet of unknown words": (f"{TITLE} - Lumen Nord", TITLE, None),
    "outlet behind colons": (f"{TITLE} :: Lumen Nord", TITLE, None),
    "person behind a dash": (f"{TITLE} - Example", f"{TITLE} - Example", None),
    "country behind a dash": (f"{TITLE} – Borduria", f"{TITLE} – Borduria", None),
    "ministry behind a dash": (f"{TITLE} – Foreign Ministry", f"{TITLE} – Foreign Ministry", None),
    "part behind a dash": (f"{TITLE} - Part Two", f"{TITLE} - Part Two", None),
    "kind behind a dash": (f"{TITLE} – Analysis", f"{TITLE} – Analysis", None),
    "end of a sentence behind a dash": (f"{TITLE} – Not Yet", f"{TITLE} – Not Yet", None),
    "outlet first": (f"The Gazette\nWorld\n{TITLE}\nRosa Beispiel\nAug 20, 2025, 5:45 PM", TITLE, DAY),
    "exclusive, title, reading time, date": (f"EXCLUSIVE\n{TITLE}\n4 min read\nAug. 20, 2025\nListen to this article", TITLE, DAY),
    "question with label": ("Opinion | Who may see the plans of the dam?\nBy Rosa Beispiel\n20 August 2025", None, DAY),
    "title, share bar, date": (f"{TITLE}\nShare\nFacebook\nX\n20.08.2025 09:12", TITLE, DAY),
    "labels on their own lines": (f"{TITLE}\nAuthor:\nRosa Beispiel\nPublished:\nAugust 20, 2025", TITLE, DAY),
    "date in the middle of counters": (f"{TITLE}\n0\n20 August 2025\n112", TITLE, DAY),
}  # fmt: skip


@pytest.mark.parametrize("name", LAYOUTS)
def test_layouts(name: str) -> None:
    head, title, day = LAYOUTS[name]
    reading = read_plain("clip.txt", f"{head}\n\n{BODY}")
    if name != "question with label":  # whether the label belongs to the title is open
        assert (reading.headline.text if reading.headline else None) == title
    assert reading.date == day
    assert [block.text for block in reading.blocks][-4:] == list(PARAGRAPHS)


def test_sentences_with_dates_stay() -> None:
    sentence = "On August 20, 2025, the hall in Zenda filled with visitors from both sides of the river."
    reading = read_plain("clip.txt", f"{TITLE}\n\n{BODY}\n\n{sentence}")
    assert (reading.date, reading.blocks[-1].text) == (None, sentence)
