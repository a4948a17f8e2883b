"""The words by which outlets' furniture is known, as data: labels, agencies, sections, widgets, in several languages.

General lists for the kind, never for one clip.  All in lower case, without punctuation at the ends.
"""

import re


def words(text: str) -> frozenset[str]:
    """A list written as words."""
    return frozenset(text.split())


def phrases(text: str) -> frozenset[str]:
    """A list written as phrases with a bar between them."""
    return frozenset(" ".join(phrase.split()) for phrase in text.split("|") if phrase.strip())


# What stands before a date of publication.
PUBLISHED = phrases(
    """published | published on | published at | first published | first published on | originally published | publish date
    | publication date | date published | posted | posted on | posted at | posted in | issued on | issued | released | created | created on | date | dated
    | uploaded | added | filed | submitted | release date | date created | date of publication | pub | veröffentlicht | veröffentlicht am | erschienen am | erschienen | datum | erstellt | erstellt am | vom
    | publié | publié le | publiée le | paru le | date de publication | mis en ligne le | publicado | publicado el | publicado en
    | publicada | fecha | fecha de publicación | creado | publicado em | data de publicação | criado em | pubblicato | pubblicato il | pubblicata il
    | data | data di pubblicazione | gepubliceerd | gepubliceerd op | geplaatst op | publicatiedatum | opublikowano | data publikacji
    | data utworzenia | dodano | publikacja | publikováno | vydáno | zveřejněno | publikované | publicerad | publicerat | publicerades | udgivet | offentliggjort | oprettet
    | publisert | julkaistu | megjelent | közzétéve | publicat | publicat la | publicat în | data publicării | objavljeno | objavljen | objavljena | datum objave | yayınlanma | yayınlanma tarihi
    | yayın tarihi | yayımlanma | giriş | giriş tarihi | oluşturulma tarihi | tarih | δημοσιεύθηκε | δημοσίευση | ημερομηνία | ημερομηνία δημοσίευσης | опубликовано | дата | дата публикации
    | опубліковано | дата публікації | публикувано | публикувана | објављено"""
)
# What stands before the date of a later change.
UPDATED = phrases(
    """updated | updated on | updated at | update | last updated | last updated on | last updated at | last update | modified
    | last modified | modified on | date modified | revised | last edited | edited | changed | aktualisiert | aktualisiert am | zuletzt aktualisiert
    | letzte aktualisierung | stand | geändert | geändert am | mis à jour | mis à jour le | mise à jour | mise à jour le | dernière mise à jour | modifié | modifié le | actualizado
    | actualizado el | última actualización | actualizada | modificado | atualizado | atualizado em | atualizada | última atualização | aggiornato | aggiornato il
    | ultimo aggiornamento | aggiornamento | modificato il | bijgewerkt | bijgewerkt op | laatst bijgewerkt | laatste update | gewijzigd | gewijzigd op | aktualizacja
    | ostatnia aktualizacja | zaktualizowano | aktualizováno | poslední aktualizace | aktualizované | uppdaterad | uppdaterat | senast uppdaterad | opdateret | sidst opdateret
    | oppdatert | sist oppdatert | päivitetty | muokattu | frissítve | frissítés | módosítva | actualizat | actualizat la | ultima actualizare | ažurirano | zadnja izmjena
    | güncellenme | güncelleme | güncellenme tarihi | son güncelleme | güncellendi | ενημερώθηκε | ενημέρωση | τελευταία ενημέρωση | обновлено | изменено
    | дата обновления | оновлено | дата оновлення | обновена | обновено | последна актуализация | ажурирано"""
)
# Small words that may stand in a date line beside its dates, times, weekdays and labels.
DATE_FILLER = words(
    """on at the of den dnia dne dia día la le el uhr h hrs hours hour o'clock local time am pm a.m p.m a m p um vom le la à a às alle ore il el del de om op te kl klo klo. o
    в на г р року года год г. godz godziny hod óra saat u h. ist gmt utc bst est edt et pst pdt pt cet cest eet eest msk mst mdt cst cdt
    sast jst kst sgt pkt aest aedt wib trt hkt local noon midnight last edition print live day date time min mins read minutes minute
    views view reads comments comment shares share lesezeit lecture lectura lettura leestijd first ago days day's weeks updated"""
)
# Who stands before a writer's name.
BYLINE = re.compile(
    r"(?:(?:(?:written|published|posted|story|reported|report|text|words|analysis|opinion|article|compiled|authored|created|submitted|news|commentary|created|review|interview) )?by"
    r"|(?:geschrieben|verfasst|veröffentlicht|erstellt|gepostet) von|(?:publiée?|écrit|rédigé|posté) par|(?:publicad[oa]|escrit[oa]|postad[oa]|enviad[oa]|redactado) por|(?:pubblicat[oa]|scritt[oa]|postat[oa]) da|(?:geplaatst|geschreven|gepubliceerd) door"
    r"|(?:publicera[dt]|skriven|postat|skrevet|publisert|udgivet) a[vf]|(?:opublikowan[eya]|napisan[eya]|dodan[eya]) przez|(?:publicat|scris|postat) de"
    r"|authors?|writer|reporter|correspondent|von|text von|par|propos recueillis par|por|escrito por|publicado por|di|a cura di|scritto da|door|av|af|skrevet af|"
    r"autor|autorka|autoři|autori|redakce|redaktion|autore|autora|auteur|auteurs|escribe|napsal|napsala|opracował|opracowała|yazan|yazar|haber|kirjoittaja|írta|szerző|szerkesztette|"
    r"scris de|piše|pišu|tekst|text|foto og tekst|automatisch|автор|авторы|автори|текст|συντάκτης|συντάκτες|του|της|γράφει|γράφουν|από)(?:\s*:\s*|\s+)",
    re.I,
)
# Words that wait for whoever wrote, sent or checked a text: in a date line even a name in small letters may follow ("Editor: ada").
WHO = words(
    """by author authors writer reporter correspondent editor editors source sources por par von da di przez door av af autor autora autore auteur redakteur redaktor
    redacteur redaktion editora éditeur rédaction redacción redação redazione redakcja redakce quelle fuente fonte bron źródło zdroj källa kilde lähde forrás sursa izvor kaynak
    автор автори авторы редактор источник джерело источник извор szerző szerkesztő forfatter toimittaja yazar editör πηγή συντάκτης"""
)
# How desks and accounts sign that write their names in small letters.
DESKS = words(
    """desk newsdesk webdesk web-desk web staff admin administrator editor editors editorial newsroom news team bureau correspondent reporter writer agencies agency online webmaster
    press release statement communiqué category section name tags topic views reading time pressemitteilung communiqué comunicado comunicato
    redaktion redacción redação redazione rédaction redactie redakcja redakce redaktionen redaksjonen redakcija redakcia toimitus szerkesztőség redacția redactia red agenturen agencias agências agences agenzie редакция редакція"""
)
REPORTING_FROM = re.compile(r"reporting (?:from|in) (?-i:[A-ZÀ-Þ])", re.I)
# Sections, kickers and the items of navigation bars.
SECTIONS = phrases(
    """home | homepage | front page | news | latest | latest news | breaking | breaking news | top stories | top news | headlines | world | world news | international | global | europe
    | european union | eu | africa | africas | asia | asia - pacific | asia pacific | asia-pacific | americas | latin america | middle east | mideast | us | u.s | usa | uk | us news | uk news | u.s. news | politics | us politics | uk politics | policy
    | geopolitics | diplomacy | defence | defense | security | military | war | conflict | conflicts | ukraine | ukraine war | war in ukraine | russia | russia-ukraine war | russia ukraine war | ukraine crisis | russia & fsu
    | opinion | opinions | op-ed | oped | editorial | editorials | analysis | comment | commentary | perspective | perspectives | views | explainer | explainers | explained | features | feature | interview | interviews | investigation | investigations | in depth
    | in-depth | long read | business | business news | economy | markets | finance | money | companies | energy | climate | environment | science | tech | technology | health | culture | arts | art
    | life | lifestyle | entertainment | celebrity | movies | film | tv | music | books | travel | food | sport | sports | cricket | football | soccer | tennis | get ahead | style | education | society | religion | crime | law | justice
    | weather | video | videos | photos | pictures | gallery | galleries | podcast | podcasts | radio | live | live tv | watch live | watch | listen | magazine | newsletters | newsletter | subscribe | sign in | log in | login
    | sign up | register | search | menu | more | e-paper | epaper | games | puzzles | crosswords | obituaries | jobs | contact | about | about us | india | china | israel | gaza | israel-gaza war | turkey | türkiye | turkiye | germany | france | poland | national | local | nation | states | cities | city | region | regions | regional | trending | spotlight
    | exclusive | special report | factbox | fact check | fact-check | timeline | q&a | profile | briefing | the briefing | morning briefing | newsbrief | shows | weekend | sunday | premium | must read | editor's pick | editors' pick | editor's picks | popular
    | startseite | nachrichten | politik | wirtschaft | ausland | inland | welt | europa | kultur | meinung | panorama | gesellschaft | wissen | sport | aktuell | international | à la une | accueil | actualité | actualités | monde | politique | économie | société | opinions | culture | europe
    | inicio | portada | noticias | mundo | internacional | política | economía | sociedad | opinión | cultura | deportes | início | notícias | economia | opinião | esportes | mundo | home page | notizie | mondo | esteri | politica | cronaca | cultura | economia | nieuws | buitenland | binnenland | politiek | economie | cultuur | opinie
    | wiadomości | świat | polityka | gospodarka | kraj | opinie | zprávy | domov | svět | zahraničí | politika | ekonomika | názory | správy | zahraničie | nyheter | utrikes | inrikes | världen | ekonomi | kultur | nyheder | udland | indland | verden | politikk | utenriks | uutiset | ulkomaat | kotimaa | maailma | politiikka | talous
    | hírek | külföld | belföld | világ | politika | gazdaság | știri | externe | extern | internațional | politică | vijesti | vesti | svijet | svet | hrvatska | srbija | gündem | dünya | ekonomi | siyaset | haberler | ειδήσεις | κόσμος | διεθνή | πολιτική | οικονομία | ελλάδα | κοινωνία
    | главная | новости | политика | мир | в мире | экономика | общество | головна | новини | політика | світ | економіка | суспільство | війна | свят | икономика | общество"""
)
# Agencies and picture libraries that sign captions, datelines and last paragraphs.
AGENCIES = words(
    """ap afp reuters epa efe epa-efe tass itar-tass sputnik anadolu aa xinhua dpa ansa upi pa shutterstock flickr unsplash wikimedia bloomberg zuma
    alamy imago ukrinform handout pool istock nurphoto sopa interfax interfax-ukraine unian belta pap ctk čtk mti scanpix tt ntb ritzau lehtikuva belga anp lusa keystone
    apa picture-alliance rfe/rl kyodo yonhap ani ians pti anx ria novosti getty gettyimages pixabay pexels adobestock depositphotos hina tanjug bta agerpres stt mediapool
    sipa gamma-rapho redux polaris eyevine maxppp abaca sputnik/ria globallookpress tasr lapresse cp aap sapa mena wafa irna isna spa qna kuna petra wam"""
)
# Words that make a short line or a bracket a picture's credit.
CREDIT_WORDS = words(
    """photo photos photograph photographer photography image images picture pictures pic credit credits courtesy handout getty via file pool foto fotos fotó bild bilder
    copyright © illustration screenshot graphic video/screenshot screengrab archive archiv ap afp reuters epa tass xinhua shutterstock alamy imago flickr unsplash photo/ reproduction фото снимка φωτογραφία fotoğraf kuva zdjęcie zdj"""
)
# How captions begin: labels, which are certain, and openings, which are so where nothing is reported.
CAPTION_LABEL = re.compile(
    r"(?:\[\d{1,2}\s?/\s?\d{1,2}\]|\d{1,2} (?:of|/|von|sur|de|di|из|з) \d{1,2}\s?\||slide \d{1,2} of \d{1,2}\b|illustrati(?:ve|on)(?: (?:photo|image|picture))?\s*:|file(?: (?:photo|image|picture|pic))?\s*[:–—|-]|file photo\b|photos?\s*[:|]|photograph\s*:|image\s*[:|]|image (?:caption|source)\b|picture\s*[:|]|caption\s*:|pictured\s*:|"
    r"in this (?:[\w ,.-]{0,40})?(?:photo|image|picture|photograph|handout|grab|screengrab|frame|illustration)\b|"
    r"(?:foto|bild|bildunterschrift|légende|фото|снимка|φωτογραφία|fotoğraf|kuva|zdjęcie)\s*:)",
    re.I,
)
CAPTION_START = re.compile(
    r"(?:pictured (?:above|here|left|right)|(?:a |an )?(?:file|handout|archive|undated|satellite) (?:photo|image|picture|photograph)\b|"
    r"this (?:handout|(?:image|photo|picture) (?:shows|taken|released|provided|made|from|grab))\b|a (?:screengrab|video grab|still image|general view)\b|a view of the\b|"
    r"archivbild|archivfoto|photo d['’]archive|imagen de archivo|foto de archivo|foto d['’]archivio)",
    re.I,
)
# What people do in pictures, in the present tense: with a full date at the end, the sentence is a caption.
CAPTION_VERBS = words(
    """speaks speak attends attend gestures gesture greets greet walks walk meets shakes shake looks look arrives arrive poses pose addresses listens listen stands stand waves wave
    sits sit delivers gathers gather embrace embraces smile smiles rally rallies protest protests welcomes welcome inspect inspects carry carries ride rides watch watches burn burns seen pictured shown walking speaking attending greeting
    meeting shaking looking arriving posing addressing holding standing sitting waving gesturing leaving listening burning carrying working during"""
)
# Verbs of reports and of the past: a caption's sentence has none of them.
REPORTING = words(
    """said says told tells added announced warned stated wrote reported claimed argued insisted declared noted denied agreed accused confirmed acknowledged stressed explained recalled replied responded
    was were had did has have will would could should may might must began ended became started went came took made gave"""
)
POSITIONS = re.compile(
    r"\((?:l|r|c|left|right|cent(?:er|re)|from left|2nd|second|front|back|rear|top|bottom|above|pictured|l-r|l to r)(?:[ ,-][\w ,-]{0,20})?\)|"
    r", (?:left|right|cent(?:er|re)|second from (?:left|right)|from left)(?=,|\.?$| and [A-Z])",
    re.I,
)

# Headings of template parts that say nothing about the text below.
EMPTY_LABELS = phrases(
    "details | recall | reminder | let us remind | let's recall | recall that | addition | addendum | supplement | for reference | what is known | деталі | нагадаємо | детали | напомним | додамо | довідково"
)
# What opens a list of other articles.
TEASER_HEADS = phrases(
    """newer articles | older articles | related | related articles | related article | related stories | related story | related news | related content | related topics | related posts | related coverage | related links | related items | more stories | more news | more from | more on this | more on this story | more to read
    | more on this topic | more articles | more like this | read more | read next | read also | read this | read next article | also read | see also | you may also like | you might also like | you may like | you might be interested in | recommended | recommended stories | recommended for you | recommended articles | recommended reading | keep reading | continue reading | up next
    | most read | most popular | most viewed | most shared | popular | popular now | popular stories | popular articles | trending | trending now | trending stories | trending topics | latest | latest news | latest articles | latest stories | latest updates | editor's picks | editors' picks | editor's choice | top stories | must read | must reads | don't miss | what to read next | next article | previous article
    | next story | previous story | next post | previous post | previous | next | other news | other articles | other stories | around the web | from the web | sponsored | sponsored content | sponsored stories | promoted content | paid content | from our partners | partner content | paid partner content | in this story | in case you missed it | icymi | explore more | explore | further reading | best of | more in | more headlines
    | mehr zum thema | lesen sie auch | lesen sie mehr | auch interessant | das könnte sie auch interessieren | meistgelesen | weitere artikel | verwandte artikel | neueste artikel | à lire aussi | lire aussi | lire la suite | sur le même sujet | à lire également | les plus lus | articles liés | lea también | lea más | te puede interesar | también le puede interesar | noticias relacionadas | más noticias | lo más leído | más leídas | leia também | leia mais | veja também
    | mais lidas | notícias relacionadas | leggi anche | leggi di più | potrebbe interessarti | articoli correlati | i più letti | lees ook | lees meer | meer nieuws | gerelateerde artikelen | meest gelezen | czytaj także | czytaj też | czytaj również | czytaj więcej | zobacz także | zobacz też | zobacz również | polecane | najczęściej czytane | čtěte také | čtěte více | související články | související
    | nejčtenější | čítajte aj | prečítajte si aj | súvisiace články | läs också | läs mer | läs även | mest läst | læs også | læs mere | mest læste | les også | les mer | mest lest | lue myös | lue lisää | luetuimmat | olvassa el | kapcsolódó cikkek | kapcsolódó | ajánlott | citește și | citeşte şi | citiți și | articole similare | pročitajte i | pročitaj i | pročitajte još | povezane vijesti | povezane vesti | najčitanije
    | ilgili haberler | bunlar da ilginizi çekebilir | çok okunanlar | διαβάστε επίσης | διαβάστε ακόμη | διαβάστε περισσότερα | σχετικά άρθρα | δημοφιλή | читайте также | читайте по теме | по теме | еще по теме | материалы по теме | популярное | читайте також | також читайте | читайте ще | за темою | популярне | прочетете още | още по темата | вижте още | прочитајте још"""
)
# What opens the part of a page where readers comment.
COMMENT_HEADS = phrases(
    """leave a reply | leave a comment | leave your comment | leave comment | post a comment | post comment | add a comment | add comment | write a comment | comments | comment | comments section | join the conversation | join the discussion | join the debate | reader comments | readers' comments | view comments | show comments | show all comments | see all comments | comments are closed
    | comments have been closed | comments closed | no comments | no comments yet | be the first to comment | cancel reply | reply | have your say | what do you think | sort by | kommentare | kommentar schreiben | kommentar hinterlassen | commentaires | laisser un commentaire | réagir | comentarios | deja un comentario | dejar un comentario | deja una respuesta | comentários | deixe um comentário | deixe uma resposta | commenti | lascia un commento
    | reacties | geef een reactie | plaats een reactie | komentarze | dodaj komentarz | komentáře | diskuse | přidat komentář | komentáre | kommentarer | skriv en kommentar | lämna en kommentar | legg igjen en kommentar | kommentit | jätä kommentti | hozzászólások | szólj hozzá | comentarii | lasă un comentariu | komentari | ostavi komentar | komentiraj | yorumlar | yorum yap | yorum yaz | σχόλια | αφήστε σχόλιο | комментарии
    | оставить комментарий | добавить комментарий | коментарі | залишити коментар | коментари | остави коментар"""
)
# Lines of forms, players, share bars, notices: whole lines.
WIDGETS = phrases(
    """please enter your comment | please enter your name here | please enter an answer in digits | your email address will not be published | your name | your email | your comment | name | email | e-mail | website | name * | email * | website * | comment * | required fields are marked | submit | submit comment | save | send | cancel | audio reading time | reading time | listen
    | listen to this article | listen to article | listen to this story | listen to the story | listen now | play | pause | play audio | audio | play video | watch video | watch now | video player | loading | loading... | now playing | current time | duration | volume | mute | unmute | fullscreen | share | share this | share this article | share this story | share this post | share on facebook | share on x | share on twitter
    | share on whatsapp | share on linkedin | share on telegram | share via email | share via | share link | share article | share with friends | tweet | pin | pin it | email this | email article | print | print this | print article | print this article | save article | save this article | save for later | bookmark | copy | copy link | copy url | link copied | copied | facebook | twitter | x | whatsapp | linkedin | telegram | reddit | pinterest | instagram | threads | youtube | tiktok
    | flipboard | viber | messenger | vk | bluesky | mastodon | rss | google news | follow | follow us | follow us on | following | advertisement | advertisements | advertising | ad | ads | sponsored | sponsor message | promo | promotion | article continues below | story continues below | continue reading below | story continues after advertisement | article continues after ad | advertisement - scroll to continue | scroll to continue | skip advertisement | skip ad | remove ads
    | subscribe | subscribe now | subscribe today | sign up | sign up now | sign in | log in | login | register | register now | join | join now | join us | donate | donate now | support us | support | become a member | newsletter | newsletters | sign up for our newsletter | subscribe to our newsletter | get our newsletter | download the app | download our app | get the app | open in app | accept | accept all | accept cookies | reject all | manage cookies | cookie settings
    | manage preferences | privacy policy | terms of use | terms and conditions | terms of service | terms | privacy | cookies | all rights reserved | back to top | top | menu | skip to content | skip to main content | skip to navigation | close | open | expand | collapse | show more | show less | load more | view all | see all | view more | see more | more | less | view gallery | view original | view in browser | original article | font size | text size | a a a | aa | a- a+ | dark mode | translate | select language
    | gift article | gift this article | give this article | unlock article | this article is for subscribers | subscriber only | premium | tags | tag | topics | topic | keywords | categories | category | filed under | in this article | table of contents | contents | key points | photo gallery | gallery | follow topic | add us on google | add as preferred source on google | google preferred source | rate this article | rating | like | dislike | likes | report | report an error | report a typo | report a correction | found a mistake | feedback
    | suggest a correction | send feedback | contact us | about us | anzeige | werbung | teilen | drucken | merken | vorlesen | artikel anhören | artikel teilen | publicité | partager | imprimer | écouter | écouter cet article | s'abonner | publicidad | compartir | imprimir | escuchar | suscríbete | suscribirse | publicidade | compartilhar | partilhar | ouvir | assine | pubblicità | condividi | stampa | ascolta | abbonati | advertentie | delen | deel dit artikel | reklama | udostępnij | sdílet | zdieľať
    | annons | dela | annonse | annonce | del | mainos | jaa | hirdetés | megosztás | publicitate | distribuie | oglas | podijeli | podeli | reklam | paylaş | διαφήμιση | κοινοποίηση | реклама | поделиться | поділитися | сподели | подели | high views | quick read | quick reads | quick take | read later | see all topics | show full article | show full story | go to accessibility shortcuts | send email | ad feedback | zur startseite | back to home | nach oben | seite drucken | compartilhe | compartilhar | comparte | comparte esto | compártelo | teilen sie | artikel teilen | beitrag teilen | partagez | partager l'article | partager cet article | condividi su | condividi articolo | del artikel | del saken | dela artikeln | jaa artikkeli | oszd meg | paylaşın | поширити | share article on | purchase licensing rights | opens new tab | key event | key events | live | live updates | end of live coverage"""
)
# Openings of such lines in lower case, where the rest varies; behind "editing by" a name must stand.
WIDGET_START = re.compile(
    r"(?:subscribe (?:to|for|now|and)\b|sign up (?:to|for|here|now)\b|follow (?:us|our|me)\b|follow .{1,40} on (?:facebook|twitter|x|instagram|telegram|whatsapp|youtube|google news|linkedin)\b|join (?:us on|our (?:telegram|whatsapp|channel|community|newsletter|group|discord))|"
    r"share (?:this|on|via|to|the article|with)\b.{0,60}$|share\s*:|share \d|download (?:our|the) .{0,30}\bapp\b|click here (?:to|for)\b|click to\b|tap (?:here|to)\b|get (?:the|our|all the|your daily|more) .{0,60}(?:newsletter|app|inbox|alerts|delivered|notifications)\b|"
    r"save my name, email|you must be (?:logged|registered)|please (?:log in|login|sign in|register|subscribe|enter your|enable|turn on|disable)\b|your (?:browser|email address|subscription)\b.{0,100}$|by (?:clicking|signing up|subscribing|continuing|submitting)\b[^.]{0,80}\b(?:you|agree|consent)\b|"
    r"this (?:video|audio|content|article|page|feature) (?:can ?not|could not|is (?:not available|only available|unavailable|for subscribers|free|part of|also available)|file)\b|to (?:enjoy|view|read|watch) (?:our|this|the) (?:content|video|article|full)|javascript (?:is|must|needs)|"
    r"(?:audio |estimated )?reading time\b|estimated read\b|read time\b|time to read\b|listen to (?:this|the) (?:article|story|audio|podcast|episode|full)|views?\s*:|views? \d|visits?\s*:|comments?\s*[:(]\s*\d|likes?\s*[:(]\s*\d|shares?\s*[:(]\s*\d|tags?\s*:|topics?\s*:|keywords?\s*:|category\s*:|categories\s*:|filed under\b|posted in\b|labels\s*:|hashtags?\s*:|"
    r"(?:©|\(c\)|copyright)\s|all rights reserved|the views expressed\b|views expressed (?:in|by|here)\b|the opinions expressed\b|disclaimer\s*:|this (?:story|article|report) (?:was|has been|is) (?:originally |first |also )?(?:published|produced|created|auto-?generated|generated|translated|updated|edited|amended|republished|syndicated|reprinted)\b|"
    r"(?:with|includes) (?:additional )?(?:inputs?|reporting|material) (?:from|by)\b|\(with (?:agency |additional )?inputs?\b|additional reporting (?:by|from)\b|(?:reporting|writing|edited|editing) by |editor\s*:|editors\s*:|translated by\b|translation\s*:|"
    r"our standards\s*:|contents? and views\b|source notice\b|our journalism\b|(?:want|would you like) (?:to get|to receive|more|to read)\b.{0,100}$|never miss\b|don['’]t miss\b|stay (?:informed|updated|tuned|up to date|ahead|connected)\b|enjoy(?:ed|ing)? (?:this|our|reading)\b|like (?:us on|this article)\b|thank(?:s| you) for (?:reading|subscribing|registering|your (?:support|subscription))|"
    r"(?:send|got) (?:us )?(?:a )?(?:news )?(?:tip|confidential)|have a (?:story|tip|news tip)\b|if you (?:have (?:a |any )?(?:story|tip|news)|notice (?:a|an) |find (?:a|an) (?:error|mistake|typo)|see (?:a|an) (?:error|mistake|typo)|spot (?:a|an) (?:error|mistake|typo)|like this|liked this|(?:want|would like) to (?:receive|support|comment|contact|read more|share|subscribe|republish))|"
    r"auf (?:facebook|twitter|x|whatsapp) teilen|partager sur|compartir en|compartilhar no|condividi su|deel op|udostępnij na|sdílet na|dela på|del på|jaa \w+ssa|поделиться в|поділитися|abonnieren sie|newsletter\s*:|abonnez-vous|inscrivez-vous|suscríb[ea]|suscribirse|assine |inscreva-se|siga(?:-nos)? |síganos|síguenos|iscriviti|seguici|"
    r"abonneer|volg ons|schrijf je in|zapisz się|śledź nas|obserwuj nas|odebírejte|sledujte nás|prenumerera|følg os|følg oss|tilaa |seuraa meitä|iratkozz|kövess|kövessen|abonează-te|urmăre[șs]te|urmăriți|pretplati|pratite nas|abone ol|takip ed|εγγραφείτε|ακολουθήστε|подписывайтесь|подпишитесь|підписуйтесь|підписуйся|подписывайся|підпишіться|абонирайте|последвайте|следвайте)",
)
# Openings of a line that sends readers elsewhere.
TEASER_START = re.compile(
    r"(?:read more|read also|also read|read next|read the full|read our|read\s*:|read here|see also|see more|see\s*:|also see|related\s*:|related stor|related article|more on this|more\s*:|watch also|also watch|listen also|must read|recommended\s*:|next\s*:|previous\s*:|up next|trending\s*:|explore\s*:|opinion\s*\||"
    r"don['’]t miss\s*:|follow live|follow the latest|follow our live|for more (?:on|news|stories|information)\b|for the latest (?:news|updates|headlines|on)\b|in (?:pictures|photos)\s*:|gallery\s*:|photos\s*:|"
    r"(?:our|my|(?-i:[A-Z]{2,6})) [^.?!]{0,40} on (?:radio|tv|air|podcast|video|the air)[^.?!]{0,40}\s*:|"
    r"lesen sie\b|mehr zum thema|mehr\s*:|siehe auch|lire aussi|à lire\b|lire (?:plus|également)|voir aussi|lea también|lea más|le puede interesar|te puede interesar|vea también|leia (?:também|mais)|veja também|leggi (?:anche|di più)|vedi anche|lees (?:ook|meer)|czytaj (?:także|też|również|więcej)|zobacz (?:także|też|również)|čtěte|čítajte|prečítajte|"
    r"läs (?:också|mer|även)|læs (?:også|mere)|les (?:også|mer)\b|lue (?:myös|lisää)|olvass|citi?(?:ț|ţ)?e(?:ș|ş)te (?:și|şi|mai)|vezi și|pročitaj|ayrıca oku|διαβάστε|читайте (?:также|також|ще|еще)|также читайте|также по теме|прочетете|вижте (?:още|също))",
    re.I,
)
COVERAGE_LABEL = re.compile(r"[^.?!:]{0,30}\b(?:coverage|live ?blog|live feed)\s*:", re.I)
# Such a line may be the title of an article on a video or in a live report: a teaser only behind the title.
WEAK_TEASER_START = re.compile(
    r"(?:live updates?|watch(?: live| now)?|videos?|listen(?: now)?|podcast|live|photos?|in photos|in pictures|gallery|audio|hören|anhören|im podcast|fotos?|bilder|écoute[zr]|vidéo|à écouter|escuch[ae]|vídeo|ouça|ascolta|luister|posłuchaj|wideo|poslouchejte|lyssna|hør|слушайте|слухайте|видео|відео|подкаст|смотрите|дивіться)\s*[:|]",
    re.I,
)
# What an outlet offers beside its articles: "Listen: Our podcast on ..." is never a title.
OWN_MEDIA = re.compile(
    r"\b(?:our|the|this week['’]s|today['’]s|latest|new|weekly|daily|unser(?:en)?|notre|nuestro|nosso|il nostro|onze|nasz|vår|vores|наш) (?:[\w’'-]+ ){0,3}(?:podcast|newsletter|episode|programme|radio show|show|video series|webinar|livestream|подкаст)\b",
    re.I,
)
# A source or sign-off line.
SOURCE_START = re.compile(
    r"(?:sources?|source of (?:photo|image)|via|quelle|quellen|fuente|fuentes|fonte|fonti|bron|bronnen|źródło|źródła|zdroj|zdroje|källa|kilde|kilder|lähde|forrás|sursa|surse|izvor|kaynak|πηγή|источник|джерело|източник|извор)(?:\s*:|\s+(?=(?-i:[A-Z]{2})))",
    re.I,
)  # fmt: skip
# Words by which a name is known as an outlet's.
OUTLET_WORDS = words(
    """news post times daily herald tribune journal gazette today online tv radio press agency report reports review mail guardian independent telegraph observer chronicle courier standard star sun mirror express
    world media network magazine weekly monitor insider digest bulletin dispatch globe inquirer register record reporter examiner sentinel argus echo voice broadcasting bbc cnn nbc cbs abc fox msnbc npr pbs sky itv euronews dw rt rte rté
    reuters politico axios bloomberg aljazeera jazeera france24 rfi rferl svoboda pravda ukrinform unian meduza kyiv-independent kommersant interfax nachrichten zeitung tagesschau spiegel stern focus welt monde figaro libération mundo país
    abc.es vanguardia corriere repubblica stampa sole giornale nieuws telegraaf volkskrant gazeta wyborcza rzeczpospolita onet wprost interia noviny novinky idnes aktuálně dagens nyheter aftonbladet expressen svenska politiken jyllands-posten berlingske aftenposten dagbladet verdens helsingin sanomat yle magyar népszava telex
    hvg digi24 hotnews adevărul index jutarnji večernji politika blic danas hürriyet sabah cumhuriyet milliyet kathimerini καθημερινή новости новини известия газета блог blog wire newswire line lantern ledger
    examiner bugle enquirer advertiser banner beacon messenger leader announcer journalist news24 newsroom newsletter fm broadcaster telegram24 tageblatt anzeiger rundschau blatt bote kurier courrier tagblatt volksblatt presse woche
    dépêche progrès parisien soir ouest-france echo échos diario correo periódico noticias prensa heraldo nacional tiempo voz jornal folha estado público notícias correio expresso gazzetta messaggero mattino notizie courant handelsblad trouw dziennik kurjer głos wiadomości gazety
    deník listy právo hospodářské pravda vestnik věstník denník dagblad nyheterna tidningen tidende avisen avis bladet posten uutiset sanomat lehti hírlap hírek ziarul gazeta cotidianul evenimentul glasnik vjesnik list dnevnik gazetesi haber haberleri postası εφημερίδα νέα βήμα
    вестник вісник газета правда голос листок дневник вести вісті труд стандарт"""
)
# Names that stand behind " - " in a headline either as outlet or as its source: kept, unless a bar divides.
SOURCES_IN_HEADLINES = words(
    "reuters bloomberg afp ap cnn axios politico wsj nyt ft bbc tass sputnik media report reports sources official officials kremlin spiegel bild telegraph times guardian economist"
)
# Verbs that bring in a statement.
SPEECH = re.compile(
    r"\b(?:said|says|told|wrote|writes|claimed|claims|stated|states|declared|added|posted|tweeted|announced|explained|argued|warned|insisted|replied|responded|continued|commented|concluded|summari[sz]ed|noted|remarked|asserted|proclaimed|read|reads)\b[^.?!]{0,60}:$"
)
# Cities that stand before the date of a press release or dateline.
PLACES = phrases(
    """amsterdam | ankara | athens | baku | beijing | beirut | belgrade | berlin | bern | bogotá | brasilia | bratislava | brussels | bruxelles | bucharest | budapest | buenos aires | cairo | canberra | chisinau | copenhagen | damascus | davos | dhaka | doha
    | dubai | dublin | geneva | genève | hanoi | helsinki | hong kong | islamabad | istanbul | jakarta | jerusalem | kabul | kathmandu | kharkiv | kiev | kyiv | lagos | lima | lisbon | ljubljana | london | luxembourg | lviv | madrid | manila | mexico city | minsk | moscow
    | mumbai | munich | nairobi | new delhi | new york | nicosia | odesa | oslo | ottawa | paris | prague | pretoria | reykjavik | riga | rio de janeiro | riyadh | rome | santiago | sarajevo | seoul | singapore | skopje | sofia | st petersburg | st. petersburg | stockholm | strasbourg | sydney
    | taipei | tallinn | tashkent | tbilisi | tehran | tel aviv | the hague | tirana | tokyo | toronto | tunis | united nations | valletta | vienna | vilnius | warsaw | washington | washington, dc | washington dc | washington, d.c. | yerevan | zagreb | zurich"""
)
# What series of reports are called: "Campaign Assessment, May 5, 2025" is a title, no caption.
SERIES_WORDS = words(
    "assessment briefing brief update updates report digest bulletin newsletter roundup round-up summary transcript diary statement remarks communiqué communique declaration edition review overview factsheet interview readout"
)
