"""What outlets say of themselves around an article: sign-offs, offers, terms, consent, notes on how it was made.

Each rule reads one line's first 300 characters and is a function whose docstring is the rule; ``NOTICES`` names the reason.
A line of a report that only begins like a notice ("Subscribe to the view that ...") is none: no rule takes a line with
quotation marks around speech, or a long sentence that tells what someone did, unless its wording can be nothing else.
"""

import re
from collections.abc import Callable

from generator.model import Role
from generator.reading.clip import wording
from generator.reading.clip.roles import HEAD, HEAD_WORDS, Line, has_quotes, is_report

_LONGEST = 60  # words
_SHORT = 14  # words of a line that may be a notice by its opening alone

# --- who made it ---------------------------------------------------------------------------------------------------------------

_ROSTER = re.compile(
    r"\b(?:contributed (?:to (?:this|our)\b|(?:additional |further )?(?:reporting|writing|research)\b|from\b)|contributing reporting|"
    r"(?:reported|reporting) from\b|helped (?:report|write) this\b|assisted (?:in|with) (?:this|reporting)\b)",
)
_TOKEN = re.compile(r"[^\W\d_][\w’'.-]*")
# The small words of a sign-off: all others in it are names, which have capitals.
_ROSTER_WORDS = wording.words(
    """and in from at with also the of to this our that report story article dispatch live blog coverage contributed contributing reporting additional further reported report writing write written research
    writer writers reporter reporters journalist journalists correspondent correspondents editor editors producer producers photographer photographers staff team bureau chief for on by an a data video
    helped assisted freelance freelancer translation agency agencies wire wires service services news files file inputs input material reports assistance help now earlier then previously
    von und der die das den vom mit aus agenturen agentur material informationen de du des del da do das dos e y et i en la le les las los el il con com avec agences agencias agências agenzie agenzia informações información informaciones van met bureaus z u och og"""
)
_NO_WRITERS = frozenset({"he", "she", "they", "it", "we", "i", "who", "which", "this", "that", "these", "those"})
_WITH = re.compile(
    r"(?:with (?:additional )?(?:files?|reporting|reports?|inputs?|assistance|contributions?|material|information|agenc(?:y|ies))\b|mit (?:material|informationen|agentur\w*)\b|(?:unter )?mitarbeit\b|"
    r"avec (?:les )?(?:agences?|la contribution|la collaboration)\b|con (?:la )?(?:información|informaciones|colaboración|collaborazione|informazioni|agencias|agenzie)\b|com (?:informações|agências|a colaboração)\b|"
    r"met medewerking\b|colabor(?:ou|aram|ó|aron)\b|a contribué à (?:cet|ce)\b|ont contribué à\b|s využitím\b|при участии\b|за участі\b|with\b)",
)
_DESK = re.compile(
    r"(?:(?:edited|produced|compiled|reported|written|translated|published|updated|reviewed|checked|fact[- ]checked|sub-?edited|proofread|designed) by|edição|edición|édition|edited|editing|edizione|redaktion|redakcja|redaktor|redakce|redigering|"
    r"editado por|edité par|édité par|bearbeitet von|reportagem|producción|produção|produktion|tradução|traducción|traduction|traduzione|übersetzung|übersetzt von|vertaling|tłumaczenie|překlad|översättning|oversættelse|"
    r"редактор|перевод|переклад|підготував|підготувала|подготовил|подготовила|szerkesztő|montaj|editör|çeviri|επιμέλεια|μετάφραση)\s*:",
)


def _capitals(text: str) -> bool:
    """Whether all words but the small ones of sign-offs begin with a capital."""
    small = _ROSTER_WORDS | wording.AGENCIES
    return all(token[0].isupper() or token.casefold().strip(".") in small for token in _TOKEN.findall(text))


def _is_sign_off(line: Line) -> bool:
    """Who worked on the text: "A. Example contributed reporting from Zenda.", "With files from agencies", "Edited by: A. Example"."""
    if line.words > _LONGEST:
        return False
    if _DESK.match(line.low):
        return line.words <= 12 and not line.is_prose and _capitals(line.opening.partition(":")[2])
    if match := _WITH.match(line.low):
        return line.words <= 20 and _names_source(line.opening[match.end() :], is_bare=match[0] == "with")
    if not _has_roster_cue(line.low) or not _ROSTER.search(line.low) or has_quotes(line.head):
        return False
    first = _TOKEN.match(line.opening)
    return (
        first is not None and first[0][0].isupper() and first[0].lower() not in _NO_WRITERS and _capitals(line.opening)
    )


def _has_roster_cue(low: str) -> bool:
    return "contribut" in low or "ing from" in low or "ed from" in low or "helped " in low or "assisted " in low


def _names_source(rest: str, *, is_bare: bool) -> bool:
    """Whether only names stand behind "With files from"; behind a bare "With", the name of an agency or outlet."""
    tokens = _TOKEN.findall(rest)
    known = wording.AGENCIES | wording.OUTLET_WORDS
    return _capitals(rest) and (not is_bare or (bool(tokens) and tokens[0].casefold().strip(".") in known))


# --- other forms of the text --------------------------------------------------------------------------------------------------

_LANGUAGE = r"(?:english|spanish|french|german|italian|portuguese|dutch|polish|russian|ukrainian|arabic|chinese|turkish|hebrew|persian|japanese|korean|hindi|español|inglés|francés|alemán|francais|français|anglais|allemand|espagnol|russe|ukrainien|arabe|deutsch|englisch|deutscher sprache|französisch|spanisch|russisch|ukrainisch|inglese|italiano|spagnolo|francese|português|inglês|espanhol|francês|nederlands|engels|frans|duits|polsku|angielsku|ukraińsku|rosyjsku|po polsku|česky|anglicky|svenska|engelska|dansk|norsk|engelsk|suomeksi|englanniksi|magyarul|angolul|română|engleză|hrvatskom|srpskom|engleskom|türkçe|ingilizce|ελληνικά|αγγλικά|русском|английском|українською|англійською|російською|български)"
_SWITCH = re.compile(
    rf"(?:(?:also )?(?:read|listen|view|available|leer|lea|lire|ler|leia|leggi|lesen|lees|lezen|czytaj|číst|čtěte|läs|læs|les|lue|olvasd|citește|citiți|pročitaj|pročitajte|oku|διαβάστε|читать|читайте|читати|прочетете|disponible|disponível|verfügbar|auch)\b[^.?!]{{0,40}}?\s|(?:auf|in|en) )(?:in |en |em |auf |po |på |на |στα )?{_LANGUAGE}(?: (?:lesen|anhören|version|oku))?$|{_LANGUAGE} version$|versión en {_LANGUAGE}$",
)
_MADE_BY_MACHINE = re.compile(
    r"(?:(?:this |the |our )?(?:audio|summary|voice|narration|recording|transcript|translation|podcast|key points|highlights)\b[^.?!]{0,40}\b(?:is|was|are|were|has been)(?: automatically| partly)? (?:ai[- ]|generated|created|produced|translated|read)|"
    r"ai[- ](?:generated|powered|assisted) (?:summary|audio|voice|translation|transcript|content|text|narration)|(?:generated|summari[sz]ed|translated|powered|narrated|read) by (?:ai|artificial intelligence|a machine|google|deepl)\b|"
    r"(?:mit|von|durch) ki (?:erstellt|generiert|übersetzt|vorgelesen)|ki-generiert|(?:généré|traduit|résumé)e?s? par (?:une |l['’])?ia\b|(?:generado|traducido|resumido|gerado|traduzido|generato|tradotto)s?a? (?:por|con|com|dall['’]|da) ?(?:la |inteligencia artificial|ia\b)|"
    r"(?:audio|resumen|resumo|sintesi|résumé|vertaling|streszczenie) (?:[^.?!]{0,20} )?(?:ia|ai|ki)\b)",
)
_ORIGINAL = re.compile(
    r"(?:translation of an original (?:article|text|piece)|translated from (?:the )?\w+ by\b|read the original\b|(?:the )?original (?:article|text|version) (?:appeared|was published|is (?:here|available))|traduction d['’]un article|traducción de un artículo|"
    r"(?:this (?:article|piece|essay|story|post|op-ed|commentary)|dieser (?:artikel|text|beitrag)|cet article|este art[íi]culo|este artigo|questo articolo|dit artikel|ten artykuł|tento článek|den här artikeln|denne artikkelen|denne artikel|эта статья|ця стаття) "
    r"(?:(?:was|has been|is|had been) (?:first |originally |also |initially )?(?:published|posted|translated|republished|adapted|excerpted)|(?:originally|first) appeared|erschien (?:zuerst|ursprünglich)|ist zuerst|wurde (?:zuerst|ursprünglich|aus dem|automatisch)|a été (?:initialement |d['’]abord |originellement )?(?:publié|traduit)|(?:fue|se|foi) (?:publicado|publicó|traducido|traduzido)|è stato (?:pubblicato|tradotto)|is (?:eerder )?(?:gepubliceerd|verschenen)|ukazał|vyšel|была опубликована|опубліковано))",
)


def _is_other_form(line: Line) -> bool:
    """Where else, in what language or by what machine the text is: "Lire en français", "Audio is AI-generated.", a note on its
    first publication."""
    low = line.low
    if line.words <= 8 and _SWITCH.match(low):
        return True
    if line.words <= _SHORT and not has_quotes(line.head) and _MADE_BY_MACHINE.match(low):
        return not _tells(line)
    return line.words <= _LONGEST and bool(_ORIGINAL.match(low)) and not (line.is_prose and _tells(line))


def _tells(line: Line) -> bool:
    """Whether someone says something in the line."""
    return not _TELLING.isdisjoint(line.tokens[:HEAD_WORDS])


_TELLING = wording.words(
    "said says told tells announced warned stated wrote claimed argued insisted declared denied confirmed named explained recalled replied"
)

# --- offers, terms, consent ------------------------------------------------------------------------------------------------

_TERMS = re.compile(
    r"except for the headline\b|this (?:story|article|report|copy) has not been edited\b|no part of this (?:publication|article|site|website|report|material)\b.{0,100}\b(?:reproduced|copied|may)\b|this material may not be\b|"
    r"(?:when|while) (?:citing|quoting|copying|reprinting|republishing|using)(?:,? (?:and|or) (?:using|citing|quoting|copying))? (?:any |the |all |our |these )?(?:materials?|content|articles?|information)\b.{0,160}\b(?:links?|hyperlinks?|website|permission|reference)\b|"
    r"(?:any |the )?(?:use|reproduction|republication|copying|reprinting) of (?:any |the |our |these |this )?(?:site )?(?:materials?|content|articles?)\b.{0,160}\b(?:permission|prohibited|links?|hyperlinks?|allowed|consent|forbidden)\b|"
    r"при (?:цитировании|использовании|перепечатке|копировании|любом использовании)\b.{0,120}(?:материал|ссылк)|при (?:цитуванні|використанні|передруку|копіюванні)\b.{0,120}(?:матеріал|посилан)|(?:перепечатка|использование|копирование) материалов\b|(?:передрук|використання|копіювання) матеріалів\b|"
    r"(?:prohibida|proibida|é proibida|queda prohibida) (?:la |a )?reprodu|toute reproduction\b.{0,60}interdite|riproduzione riservata|kopiowanie materiałów|přetiskování|"
    r"(?:you have|il vous reste|sie haben noch|te quedan?|le quedan?|você tem|ti restano)\b.{0,20}\d.{0,60}\b(?:of this (?:article|story)|left to read|articles? (?:left|remaining)|free articles?|de cet article|articles gratuits|dieses artikels|artikel|de este artículo|artículos|artigos|articoli)\b|"
    r"(?:the rest|the remainder|la suite|der rest|el resto)\b.{0,40}\b(?:for subscribers|subscribers only|réservée? aux abonnés|für abonnenten|para suscriptores)\b|"
    r"you(?:['’]ve| have) (?:reached|used)\b.{0,40}\b(?:free|limit)\b|already a (?:subscriber|member)\b|(?:déjà abonné|ya eres suscriptor|già abbonato|bereits abonniert|já é assinante)\b",
)
_CONSENT = re.compile(
    r"(?:we (?:value|care about|respect|take) your privacy|(?:wir (?:schätzen|respektieren) ihre privatsphäre|ihre privatsphäre ist uns|(?:nous respectons|le respect de) votre vie privée|(?:valoramos|respetamos) (?:tu|su) privacidad|(?:valorizamos|respeitamos) a sua privacidade|il rispetto della tua privacy|szanujemy (?:twoją|państwa) prywatność|vážíme si vašeho soukromí)|"
    r"(?:protected by|this (?:site|form|page|website) is protected by) h?re?captcha|this (?:site|website) uses akismet|(?:accept|reject|allow|manage|decline|refuse)(?: all| only)?(?: necessary| optional| non-essential)? cookies\b|(?:alle )?cookies (?:akzeptieren|ablehnen|zulassen)|(?:accepter|refuser|gérer)(?: tous)? les cookies|(?:aceptar|rechazar|configurar|aceitar|recusar)(?: todas)?(?: las| os)? cookies|accetta(?: tutti)? i cookie|akceptuj|zaakceptuj(?: wszystkie)?\b)",
)
# Who speaks where a site asks for consent to cookies.
_OWN_SITE = re.compile(
    r"(?:we (?:and|use|store|also use|would like)\b|our (?:web ?site|site|partners)\b|this (?:web ?site|site|page|portal)\b|by (?:using|continuing|clicking|browsing|visiting)\b|(?:este|esta|este nosso|nuestro|nuestra|nosso|nossa) (?:site|sitio|web|página|portal|website)|(?:ce|notre) (?:site|portail)|"
    r"(?:nous|wir|noi|wij|we|usamos|utilizamos|utilizziamo|nutzen wir|el portal|o site|il sito|le site)\b|(?:diese|unsere|die) (?:web)?(?:site|seite)|(?:questo|nostro|il nostro) sito|(?:deze|onze) (?:web)?(?:site|pagina)|(?:ta strona|nasza strona|nasz serwis|ten serwis|serwis|strona)|(?:tento web|tato stránka|tyto stránky|na tomto webu|táto stránka)|"
    r"(?:den här (?:webb)?(?:platsen|sidan|sajten)|vi (?:använder|bruker|bruger))|(?:denne|dette) (?:siden|side|nettstedet|websted|hjemmeside)|(?:tämä|käytämme)|(?:ez a|az|a) (?:weboldal|oldal|honlap)|(?:acest site|folosim)|(?:ova (?:web )?stranica|ovaj sajt|koristimo)|(?:bu (?:web )?site|sitemiz)|(?:αυτός ο ιστότοπος|χρησιμοποιούμε)|"
    r"(?:этот сайт|наш сайт|на сайте|мы используем)|(?:цей сайт|ми використовуємо|на сайті)|(?:този сайт|ние използваме))",
)
_COOKIE = ("cookie", "куки", "кукі", "evästei", "süti", "çerez", "kolači", "ciasteczk", "бисквитк")
_LETTER = re.compile(
    r"(?:(?:good (?:morning|evening|afternoon|day)|hello|hi|welcome)\b[^.?!]{0,30}[!,.] ?)?(?:(?:today|tonight|this week|this morning)['’]s|this) (?:e-?mail|newsletter|edition|briefing) (?:was|is|has been) (?:written|edited|compiled|produced|brought|sent|curated)\b|"
    r"was this (?:e-?mail|newsletter|message) (?:forwarded|sent)\b|(?:update|manage|change|edit) your (?:e-?mail |newsletter |subscription )?(?:preferences|settings|subscriptions?)\b|(?:click here )?to unsubscribe\b|unsubscribe\b|you(?:['’]re| are) receiving this (?:e-?mail|newsletter)\b|"
    r"(?:view|read|open) (?:this )?(?:e-?mail |newsletter |message )?(?:online|in (?:your |a |the )?browser)\b|(?:im browser|dans (?:votre|le) navigateur|ver en (?:el|tu) navegador|ver no navegador)\b|(?:newsletter )?e-?mail address\b|get .{0,80} by e-?mail\b|"
    r"(?:abmelden|abbestellen|se désabonner|se désinscrire|darse de baja|cancelar (?:la )?(?:suscripción|inscrição)|disiscriviti|uitschrijven|wypisz się|odhlásit|avregistrera|afmeld|отписаться|відписатися)\b",
)
_INBOX = re.compile(
    r"\b(?:in|to|into) (?:your|their) (?:e-?mail )?(?:inbox|mailbox)\b|\b(?:dans votre (?:boîte|messagerie)|en (?:tu|su) (?:correo|bandeja|buzón)|in (?:ihr|dein)(?:em|en)? (?:postfach|e-mail-postfach)|no seu e-?mail|nella tua (?:casella|e-?mail|posta)|in (?:je|uw) (?:mailbox|inbox)|na (?:twoją|twoja) skrzynk|do (?:vašeho|tvého) e-?mailu|на (?:вашу|твою) почту|на вашу пошту)",
)
_OFFER = re.compile(
    r"(?:become an? (?:member|subscriber|supporter|patron|friend|insider|sponsor)\b|(?:support|fund|back) (?:our|independent|quality|free|local) (?:journalism|journalists|work|newsroom|reporting|media|site)\b|supported by our (?:community|readers|members)\b|"
    r"(?:werden sie|werde) (?:mitglied|unterstützer)|devenez (?:membre|abonné)|soutenez(?:-nous| notre)|hazte (?:socio|socia|miembro|suscriptor)|torne-se (?:membro|assinante|apoiador)|apoie o\b|diventa (?:socio|membro|sostenitore|abbonato)|sostieni(?:ci)?\b|word (?:lid|abonnee)|zostań (?:członkiem|prenumeratorem|patronem)|wesprzyj|wspieraj|staňte se|podpořte|bli (?:medlem|prenumerant)|bliv (?:medlem|abonnent)|станьте|поддержите|підтримайте|"
    r"(?:for )?(?:subscribers?|members?)[ -](?:only|exclusive)|(?:exclusive(?:ly)?|available) (?:to|for) (?:subscribers|members)|only for (?:subscribers|members)|(?:article |contenu )?réservé aux abonnés|(?:nur )?für abonnenten|(?:sólo|solo) para suscriptores|(?:exclusivo|só) para assinantes|(?:solo )?per (?:gli )?abbonati|alleen voor abonnees|(?:tylko )?dla (?:prenumeratorów|subskrybentów)|(?:jen |pouze )?pro předplatitele|(?:endast )?för prenumeranter|(?:kun )?for abonnenter|vain tilaajille|только для подписчиков|лише для передплатників|"
    r"(?:to )?continue reading (?:with|by|this)\b|(?:start|get) your free trial\b|try .{0,30} free\b|copy(?:/| and |-| & )paste .{0,80}\b(?:link|code|embed)\b|embed (?:code|link|this)\b|"
    r"(?:write|email|e-mail|contact|reach|message) (?:to )?(?:us|the (?:author|authors|reporter|writer|editor|newsroom))\b|(?:do you have|have you got|got) (?:an? |any |more )?(?:story|tip|news tip|information|question|scoop|feedback|comment)s?\b[^?]{0,40}\?|"
    r"(?:haben sie|hast du) (?:hinweise|einen hinweis|informationen|fragen|einen fehler)\b[^?]{0,40}\?|(?:vous avez|avez-vous) (?:une information|repéré)\b|¿tienes?\b[^?]{0,40}\b(?:pista|información|historia)\b|tem (?:uma )?(?:dica|denúncia)\b|hai (?:una )?segnalazion|"
    r"(?:hide|show|view) (?:key events|full article|full story|quick read|all posts|transcript|caption|captions|comments)\b|key events?\b|(?:font|text|schrift)(?:größe| ?size)\b|read \d[\d.,]* times\b|hits:? \d|track latest news\b|catch (?:all )?the latest\b|get latest news\b|show (?:more|less)\b|"
    r"\[?(?:forwarded (?:from|message)|переслано|пересланное сообщение|переслане|weitergeleitet(?:e nachricht)? (?:von|aus)|reenviado de|transféré de|encaminhado de|inoltrato da)\b|follow us\s*:|boost the channel\b|sponsored by\b|presented by\b|brought to you by\b|ad feedback\b)",
)
_BLOG_CLOSED = re.compile(
    r"(?:this|our|the) (?:live ?blog|blog|live (?:coverage|page|feed|report)|liveticker|thread)\b[^.?!]{0,60}?\b(?:is|has|was|are)(?: now| been| already)* (?:closed|ended|finished|over|paused|concluded)\b|(?:our )?live coverage (?:has|is)(?: now)? (?:ended|over|finished|closed)\b|we(?:['’]re| are| have|['’]ve)(?: now)? (?:clos(?:ing|ed)|paus(?:ing|ed)|wrapp(?:ing|ed) up|end(?:ing|ed)) (?:this|our|the) (?:live|blog|coverage)|"
    r"(?:dieser|der|unser) live-?(?:blog|ticker) (?:ist|wurde|endet)|(?:ce|le|notre) (?:direct|live) est (?:terminé|clos|fini)|(?:finaliza|termina|fin de) (?:el|este|la|del) (?:directo|cobertura)|(?:encerramos|termina) (?:aqui )?(?:a|esta) cobertura|la diretta (?:finisce|è terminata)|het liveblog is|relacja (?:została )?zakończona|трансляция (?:завершена|окончена)|трансляцію завершено",
)
_RIGHTS = re.compile(
    r"all rights reserved|(?:alle rechte|tous droits|todos los derechos|todos os direitos|tutti i diritti|alla rättigheter|alle rettigheder|alle rettigheter|wszelkie prawa|všechna práva|všetky práva|minden jog|toate drepturile|sva prava|tüm hakları|все права|усі права|всі права|всички права)\b",
)
_TAGS = re.compile(
    r"(?:tagged(?: (?:under|with|as|in))?|tagged in|schlagw[oö]rter|schlagworte|stichw[oö]rter|themen|mots[- ]clés|sujets|thèmes|étiquettes|etiquetas|temas|palabras clave|palavras-chave|tópicos|argomenti|parole chiave|trefwoorden|onderwerpen|tagi|słowa kluczowe|tematy|štítky|klíčová slova|témata|kľúčové slová|ämnen|nyckelord|emner|avainsanat|aiheet|címkék|etichete|oznake|ključne riječi|etiketler|ετικέτες|теги|метки|мітки|ключевые слова|ключові слова|тагове|categor(?:ies|ías|ias)|catégories|kategorien?|kategorie|archived in|published in|posted under)\s*(?::|(?<=tagged under)|(?<=tagged with)|(?<=tagged in)|(?<=archived in)|(?<=published in))",
)
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}\.[\w.]{2,20}")
_POST_END = re.compile(r"(?:pic\.(?:twitter|x)\.com/\w{4,20}|https?://t\.co/\w{4,20})[”\"’]?$")


def _is_terms(line: Line) -> bool:
    """Terms of use and of payment: what may be copied, how much of the text is left for whom."""
    low = line.low
    if _TERMS.match(low):
        return not (line.is_prose and _tells(line))
    return line.words <= 30 and not line.is_prose and bool(_RIGHTS.search(low))


def _is_consent(line: Line) -> bool:
    """A site asks for consent: cookies, privacy, captcha, in any language."""
    low = line.low
    if _CONSENT.match(low):
        return not (line.is_prose and _tells(line))
    return bool(_OWN_SITE.match(low)) and any(word in low for word in _COOKIE) and not _tells(line)


def _is_letter(line: Line) -> bool:
    """What frames a newsletter, or offers one: who wrote it, how to leave it, that it comes "right in your inbox"."""
    low = line.low
    if _LETTER.match(low):
        return not line.is_prose or "forwarded" in low or not is_report(line)
    return line.words <= 30 and not line.is_prose and bool(_INBOX.search(low)) and not has_quotes(line.head)


def _is_offer(line: Line) -> bool:
    """Offers to join, to pay, to write in, and the controls of players, live reports and channels: in few words, and none of a report."""
    low = line.low
    if line.words > _SHORT or not (_OFFER.match(low) or _writes_to(line)):
        return False
    return not _tells(line) and not (line.is_prose and is_report(line))


def _writes_to(line: Line) -> bool:
    """An e-mail address in a few words that ask for letters."""
    return "@" in line.head and bool(_MAIL.search(line.head)) and not _WRITING.isdisjoint(line.tokens)


_WRITING = wording.words(
    "write email e-mail mail contact tips tip reach send schreiben sie écrivez escriba escríbanos escreva scrivi scrivere mailen napisz пишите пишіть"
)


def _is_live_note(line: Line) -> bool:
    """That a live report has ended."""
    return line.words <= 30 and bool(_BLOG_CLOSED.match(line.low)) and not _tells(line)


_REACTIONS = re.compile(r"(?:[^\w\s.,“”\"'«»(\[#@$€£+-]{1,4}\s?\d[\d.,]{0,7}[km]?\s{0,3})+$", re.I)
_HASHTAGS = re.compile(r"(?:[#@]\w+[\s,]*)+$")
_TAGS_IN_BAR = re.compile(r"[a-z0-9 '’-]{2,30}(?:\s?\|\s?[a-z0-9 '’-]{2,30}){1,12}$")
_EMBED = re.compile(r"(?:[—–-]{1,2}\s?.{1,80}\(@\w{1,30}\)|pic\.twitter\.com/\w+|view this post on instagram|.{1,80}\(@\w{1,30}\)\s+\w+\.? \d{1,2}, \d{4})", re.I)  # fmt: skip


def _is_tag_list(line: Line) -> bool:
    """A label of tags or categories with what it lists; hashtags or handles only; words in lower case with bars between them; icons
    with numbers ("👍 1.2K 😁 340")."""
    if line.words <= 40 and not line.is_prose and _TAGS.match(line.low):
        return True
    if len(line.text) > HEAD or line.is_prose:
        return False
    if len(line.text) <= 60 and _REACTIONS.match(line.text):
        return True
    return bool(_HASHTAGS.match(line.text) if line.text[0] in "#@" else _TAGS_IN_BAR.match(line.text))


def _is_post(line: Line) -> bool:
    """An embedded post: its text, which ends in the address of its picture, or its signature with name, handle and day."""
    if line.block.role is Role.QUOTATION or line.block.quoted:
        return False  # the article's own markup quotes it
    if line.words <= 20 and "@" in line.head and _EMBED.match(line.head):
        return True
    return line.key.startswith("pic.twitter.com/") or (line.words <= 80 and bool(_POST_END.search(line.text[-60:])))


def _is_source(line: Line) -> bool:
    """A sign-off line that names sources of text or photos."""
    return line.words <= 20 and bool(wording.SOURCE_START.match(line.opening)) and not line.is_prose


def _is_empty_label(line: Line) -> bool:
    """A template's own heading ("Details", "Recall") that says nothing about the text below it."""
    return line.key in wording.EMPTY_LABELS and not line.is_sentence


NOTICES: tuple[tuple[str, Callable[[Line], bool]], ...] = (
    ("source line", _is_source),
    ("template label", _is_empty_label),
    ("sign-off", _is_sign_off),
    ("note on the text", _is_other_form),
    ("terms of use", _is_terms),
    ("consent", _is_consent),
    ("newsletter", _is_letter),
    ("offer", _is_offer),
    ("live-blog note", _is_live_note),
    ("tags", _is_tag_list),
    ("embedded post", _is_post),
)


# What a sentence of twelve words or more must open with to be a notice, unless it names who contributed.
_OPENINGS = re.compile(
    "|".join(
        pattern.pattern
        for pattern in (_WITH, _MADE_BY_MACHINE, _ORIGINAL, _TERMS, _CONSENT, _OWN_SITE, _LETTER, _OFFER, _BLOG_CLOSED)
    )
)


def reason_of_notice(line: Line) -> str:
    """The name of the first rule that says this line is a notice, or nothing."""
    if line.is_fixed or line.words > _LONGEST + 20:
        return ""
    if line.is_prose and not _OPENINGS.match(line.low) and not _has_roster_cue(line.low) and "@" not in line.head:
        return ""
    return next((reason for reason, rule in NOTICES if rule(line)), "")
