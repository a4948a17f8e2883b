"""Names of months and weekdays in the languages of Europe's news, as data for ``dates``.

All in lower case.  A form that means different months in different languages is left out: better no date than a wrong one.
"""

# One line a month: names, genitives and abbreviations (without their full stop), first English, then in the order
# German, French, Spanish, Catalan, Portuguese, Italian, Dutch, Polish, Czech, Slovak, Swedish, Danish/Norwegian, Finnish,
# Hungarian, Romanian, Croatian/Serbian/Slovene (Latin), Turkish, Greek, Russian, Ukrainian, Bulgarian/Serbian (Cyrillic).
_FORMS = (
    """january jan januar jänner jän janvier janv enero ene gener janeiro gennaio gen januari stycznia styczeń sty stycz
    ledna leden led januára január januari tammikuuta tammikuu január január januarie ian ianuarie siječnja siječanj
    januara januarja ocak oca ιανουαρίου ιανουάριος ιαν января январь янв січня січень січ януари јануара јануар""",
    """february feb februar feber février févr fév fevrier febrero febrer fevereiro fev febbraio febbr februari lutego luty
    lut února únor úno februára február helmikuuta helmikuu február febr februarie veljače veljača februara februarja
    şubat şub φεβρουαρίου φεβρουάριος φεβ февраля февраль фев февр лютого лютий лют февруари фебруара фебруар""",
    """march mar märz mrz mär mars marzo març março marzo maart mrt marca marzec března březen bře marec marts maaliskuuta
    maaliskuu március márc martie ožujka ožujak marta mart mar μαρτίου μάρτιος μάρτης марта март мар березня березень
    бер марта""",
    """april apr avril avr abril abr aprile kwietnia kwiecień kwi kwiec dubna duben apríla apríl huhtikuuta huhtikuu
    április ápr aprilie travnja aprila nisan nis απριλίου απρίλιος απρ апреля апрель апр квітня квітень квіт кві
    април априла""",
    """may mai mayo maig maio maggio mag mei maja maj května květen kvě mája máj toukokuuta toukokuu május máj
    svibnja svibanj mayıs may μαΐου μαίου μάιος μάη мая май травня трав тра мај маја""",
    """june jun juni juin junio juny junho giugno giu czerwca czerwiec cze czerw června červen júna jún kesäkuuta
    kesäkuu június jún iunie iun lipnja lipanj juna junija haziran haz ιουνίου ιούνιος ιουν июня июнь июн
    червня червень черв чер юни јуна јун""",
    """july jul juli juillet juil julio juliol julho luglio lug července červenec čvc júla júl heinäkuuta heinäkuu
    július júl iulie iul jula julija srpnja srpanj lipiec lipca temmuz tem ιουλίου ιούλιος ιουλ июля июль июл липня липень лип юли јула јул""",
    """august aug août aout agosto ago agost agosto augustus sierpnia sierpień sie sierp srpna srpen srp augusta augusti elokuuta elokuu
    augusztus kolovoza kolovoz avgusta avgust ağustos ağu αυγούστου αύγουστος αυγ августа август авг серпня
    серпень серп сер августа""",
    """september sep sept septembre septiembre setiembre set setembre setembro settembre sett września wrzesień wrz
    wrzes září zář septembra syyskuuta syyskuu szeptember szept septembrie rujna rujan septembra eylül eyl
    σεπτεμβρίου σεπτέμβριος σεπ σεπτ сентября сентябрь сен сент вересня вересень вер септември септембра септембар""",
    """october oct oktober okt octobre octubre outubro out ottobre ott października październik paź październ
    října říjen októbra október lokakuuta lokakuu octombrie oktobra ekim eki οκτωβρίου οκτώβριος
    οκτ октября октябрь окт жовтня жовтень жовт жов октомври октобра октобар""",
    """november nov novembre noviembre novembro novembra marraskuuta marraskuu noiembrie noi listopadu studenoga studenog
    studeni novembra kasım kas νοεμβρίου νοέμβριος νοε ноября ноябрь ноя нояб листопада листопад лист лис ноември
    новембра новембар""",
    """december dec dezember dez décembre déc decembre diciembre dic desembre dezembro dicembre grudnia grudzień gru
    grudz prosince prosinec pro decembra joulukuuta joulukuu desember des decembrie prosinca prosinac aralık ara
    δεκεμβρίου δεκέμβριος δεκ декабря декабрь дек грудня грудень груд гру декември децембра децембар""",
)

MONTHS: dict[str, int] = {form: number for number, forms in enumerate(_FORMS, 1) for form in forms.split()} | {
    "kasim": 11,  # Turkish capitals lose their dots on the way
    "aralik": 12,
    "subat": 2,
    "agustos": 8,
    "eylul": 9,
    "mayis": 5,
}
# Croatian 20. listopada 2025. is in October, Polish 20 listopada 2025 in November: only the full stop tells them apart.
CROATIAN_OR_POLISH = frozenset({"listopada", "listopad"})

# Monday first.  Names and usual abbreviations.
_WEEKDAYS = (
    """monday mon montag mo lundi lun lunes dilluns segunda-feira segunda lunedì maandag ma poniedziałek pon pondělí
    pondelok måndag mån mandag man maanantai maanantaina hétfő luni ponedjeljak ponedeljak pazartesi δευτέρα
    понедельник понеділок понеделник пн""",
    """tuesday tue tues dienstag di mardi mar martes dimarts terça-feira terça martedì dinsdag wtorek wt úterý utorok
    tisdag tis tirsdag tirs tiistai tiistaina kedd marți utorak salı τρίτη вторник вівторок вт""",
    """wednesday wed weds mittwoch mi mercredi mer miércoles mié dimecres quarta-feira quarta mercoledì woensdag wo środa
    śr středa streda onsdag ons keskiviikko keskiviikkona szerda miercuri srijeda sreda çarşamba τετάρτη среда середа
    сряда ср""",
    """thursday thu thur thurs donnerstag do jeudi jeu jueves jue dijous quinta-feira quinta giovedì gio donderdag
    czwartek czw čtvrtek štvrtok torsdag tors torstai torstaina csütörtök joi četvrtak perşembe πέμπτη четверг
    четвер четвъртък чт""",
    """friday fri freitag fr vendredi ven viernes vie divendres sexta-feira sexta venerdì vrijdag vr piątek pt pátek
    piatok fredag fre perjantai perjantaina péntek vineri petak cuma παρασκευή пятница п'ятниця петък пт""",
    """saturday sat samstag sonnabend sa samedi sam sábado sáb dissabte sabato sab zaterdag za sobota sob lördag lör
    lørdag lør lauantai lauantaina szombat sâmbătă subota cumartesi σάββατο суббота субота събота сб""",
    """sunday sun sonntag so dimanche dim domingo dom diumenge domenica zondag zo niedziela niedz neděle nedeľa söndag
    sön søndag søn sunnuntai sunnuntaina vasárnap duminică nedjelja nedelja pazar κυριακή воскресенье неділя неделя
    вс""",
)

WEEKDAYS: dict[str, int] = {name: day for day, names in enumerate(_WEEKDAYS) for name in names.split()}
# Words beside a numeric date that tell the order of its day and month.
DAY_FIRST_ZONES = frozenset(["BST", "CET", "CEST", "IST", "MSK", "EET", "EEST", "AEST", "AEDT"])
MONTH_FIRST_ZONES = frozenset(["EST", "EDT", "ET", "PST", "PDT", "CDT", "MST", "MDT"])
