"""Lists of words about names: what may stand beside a name, and what looks like one but is not.

The lists are for news prose of any outlet, English first; other languages have what their agencies' plain style needs.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Words before a family name that do not make it another person's: "Foreign Minister Example", "Frau Example".
OFFICES = _words(
    """
    president vice-president premier minister chancellor secretary general admiral marshal colonel captain major commander
    senator congressman congresswoman representative deputy governor mayor speaker leader chair chairman chairwoman chief
    head director commissioner ambassador envoy spokesman spokeswoman spokesperson adviser advisor aide judge justice
    prince princess king queen emperor pope patriarch archbishop bishop cardinal ayatollah imam sheikh emir sultan
    lord lady sir dame mr mrs ms mx miss dr prof professor gen lt col maj capt sen rep gov adm amb
    president-elect ex-president ex-minister ex-chancellor ex-premier candidate nominee republican democrat
    herr frau präsident präsidentin kanzler kanzlerin bundeskanzler bundeskanzlerin außenminister minister ministerin
    monsieur madame président présidente ministre chancelier señor señora presidente presidenta ministro ministra canciller
    signor signora pan pani prezydent premier minister
    президент министр премьер премьер-министр канцлер господин госпожа генерал посол президента
    """
)

# Offices that, with a family name alone, name one person whom every reader knows.  Kept short: a judge or a captain is not.
HIGH_OFFICES = _words(
    """
    president premier minister chancellor secretary secretary-general pope king queen
    präsident präsidentin kanzler kanzlerin bundeskanzler bundeskanzlerin außenminister président présidente chancelier
    presidente presidenta canciller президент министр премьер премьер-министр канцлер
    """
)

# Capitalised words that open a sentence or stand before a name without being a given name.
NOT_GIVEN_NAMES = _words(
    """
    a about according across after afterwards again against all already also although always amid among an and another any
    are as ask asked at because before behind being besides between beyond both but by can could did do does during each
    earlier either even ever every everyone few finally first following for former from given had has have having he her
    here his how however i if in indeed inside instead into is it its just last late later like many meanwhile meeting
    more moreover most much neither never nevertheless next no nor not nothing notably now of off often on once one only
    or other our out outside over perhaps plus previously quoting rather recently right said says second shortly should
    similarly since so some soon speaking still such supporting telling than that the their them then there these they
    this those though three through thus to today together tomorrow tonight too toward towards two under unless unlike
    until up us was we were what whatever when whenever where whereas whether which while who whom whose why will with
    within without would yes yesterday yet you your
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december
    der die das und aber auch als am an auf aus bei dass doch im in mit nach nun so von wie zu
    le la les et mais aussi dans pour par selon avec el los y pero según con il ma secondo anche
    и а но в на по что как с для
    """
)

# Family names that are also words of prose: at the head of a sentence or in a headline they prove nothing.
NAMES_THAT_ARE_WORDS = _words(
    """
    april august banks bell best bishop black bond brown burns bush case chance church cook cross cruise day dean drew early
    fields fine fish ford fox frost gates good grant gray green grey hall hill hope hunt jobs judge king knight lamb law lee
    little long love man mann march marsh may moon more new noble north page paris park pope porter power powers price rice
    rich rose sharp short small snow south stone strong summers sun swift walker ward waters weeks west white wise wolf
    wood woods young
    """
)

# Last words of a name that are not a family name.
NAME_SUFFIXES = _words("jr jr. sr sr. junior senior ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xxiii")

# Words that belong to the family name that follows them.
PARTICLES = _words(
    "von van der den de del della di da do dos das du la le las los bin ibn bint ben abu al el as ash ad an ar at az ter ten zu zur af av"
)

# Words after which a father's name stands: it is not the person's alone.
PATRONYMICS = _words("bin ibn bint ben abu")

# The Arabic article: the name is also written without it.
ARTICLES = _words("al el as ash ad an ar at az")

# Words that are no name even where a form of the registry ends with them.
FUNCTION_WORDS = _words(
    "un la le el de da do di du al as an ar at the of and or to in on is it be by we he us me my no so up"
)

# Capitalised words after a name that make it the name of a thing: "Example Tower", "Ruritania Times".
THINGS = _words(
    """
    airlines airport airways arena avenue award awards bank bridge building cathedral centre center college council daily
    examiner express foundation gazette globe guardian herald hospital hotel inquirer independent institute international
    heights island islands journal library mail memorial mirror monitor mountains museum news observer organization organisation palace park plaza post prize
    review river road school sea strait square stadium standard star street sun telegraph theatre theater times today tower towers tribune
    university valley weekly
    """
)

# Capitalised words before a state's name that make it another country or region: "South Ruritania".
DIRECTIONS = _words(
    "north south east west northern southern eastern western new inner outer equatorial central upper lower soviet papua little"
)

# Names of states and cities that are given names too: before another name they are a person's.
GIVEN_NAMES_OF_PLACES = _words(
    "America Asia Brittany Carolina Chad China Cuba Georgia Holland India Ireland Israel Italia Jordan Kenya London Malta Paris Savannah Sydney Vienna Washington"
)

# Capitalised words that follow a state's name in the names of its own institutions: "Israel Defense Forces".
INSTITUTIONS = _words(
    """
    air ambassador army central chancellor coast cup defence defense electric embassy energy federal foreign government high
    military minister ministry national navy oil parliament police president premier prime prison railways securities
    security space state supreme vice
    """
)

# Words of which the names of every state's institutions are made: "Security Council", "Foreign Ministry".
BODY_WORDS = _words(
    """
    agency armed army assembly bank cabinet central chamber commission committee congress constitutional council court
    defence defense department economic federal finance force forces foreign general guard high house intelligence interior
    justice ministry national navy of office parliament police security senate service state supreme treasury
    """
)

# Words before such a name that make it one state's; adjectives in -ian, -ese, -ish ... are known by their endings.
NATIONALITIES = _words(
    """
    national federal supreme afghan argentine arab basque croat czech danish dutch french german greek icelandic filipino
    kazakh kurd kyrgyz lao manx monegasque nordic serb slovak slovene somali swiss tajik thai togolese turkmen uzbek welsh
    """
)

# Words for what takes place once, in names of events: "the Strelsau summit".
OCCASIONS = _words(
    """
    assembly call conference congress draft forum gathering meeting negotiations session speech summit talks visit
    """
)

# Further words that say no more of an event than where it was: "received in Strelsau", "the Bordurian capital".
VENUE_WORDS = _words("capital city hosted in at near the of a an near outside palace received venue held hall")
