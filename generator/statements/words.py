"""Word lists for reading attributions: verbs of saying, titles, heads of descriptions.  English, as news agencies write it."""


def word_set(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Finite verbs of saying, with which a sentence ascribes words: past and third person first, then what plurals and "I" need.
SAYING = word_set("""
said says say told tells tell added adds add wrote writes write stated states asked asks replied replies answered answers
explained explains noted notes stressed stresses emphasised emphasises emphasized emphasizes underlined underlines
underscored underscores insisted insists insist argued argues argue claimed claims claim declared declares announced
announces warned warns warn cautioned cautions admitted admits acknowledged acknowledges conceded concedes confirmed
confirms denied denies deny suggested suggests suggest proposed proposes pointed observed observes remarked remarks commented
comments continued continues concluded concludes recalled recalls recounted recounts reported reports report revealed
reveals disclosed discloses quipped quips joked jokes jested mused muses shouted shouts yelled yells screamed screams
cried cries exclaimed exclaims whispered whispers muttered murmured responded responds retorted retorts countered counters
shot tweeted tweets posted posts texted emailed e-mailed messaged blogged vowed vows pledged pledges promised promises
swore swears threatened threatens urged urges demanded demands called calls call described describes describe dubbed
labelled labeled labels termed terms branded brands characterised characterized deemed compared complained complains
lamented lamented laments criticised criticized criticises criticizes blasted blasts slammed slams condemned condemns
denounced denounces decried decries accused accuses blamed blames attacked ridiculed mocked mocks taunted dismissed
dismisses rejected rejects reject rebuffed praised praises hailed hails welcomed welcomes lauded lauds touted touts
thanked congratulated expressed expresses voiced reiterated reiterates repeated repeats restated restates reaffirmed
reaffirms affirmed affirms asserted asserts assert alleged alleges contended contends contend maintained maintains maintain
testified testifies pleaded wondered wonders questioned questions quizzed inquired enquired
predicted predicts forecast guessed estimated figured thought thinks think believed believes believe hoped feared
boasted boasts bragged brags gushed joined chimed interjected interrupted interjects offered offers volunteered
clarified clarifies elaborated elaborates specified outlined summarised summarized reasoned reasons
advised advises recommended counseled counselled instructed ordered commanded encouraged invited informed notified
assured assures reassured hinted hints implied implies signalled signaled indicated indicates highlighted highlights
mentioned mentions cited cites quoted quotes read reads ruled found decided agreed agrees disagreed objected
protested protests railed ranted fumed raged thundered snapped barked growled hissed sighed laughed chuckled grinned smiled
opined pronounced proclaimed proclaims preached professed confessed confesses apologised apologized ventured speculated
narrated stipulated decreed intoned remembered remembers agrees deadpanned cracked teased scoffed sneered snarked bemoaned bewailed
pressed prodded challenged challenges charged charges charge scolded chided rebuked admonished berated lambasted
excoriated assailed skewered derided hit fired echoed echoes credited conveyed relayed
invoked vented gloated crowed marvelled marveled swiped hammered hinted noted sniped ventures writes mused
""")  # fmt: skip

# Of these, the ones that may stand right after a closing mark and before their subject (",” said X").
INVERTED = word_set("""
said says added adds asked asks wrote writes replied answered explained explains noted notes stressed stated insisted
argued argues declared announced warned warns admitted observed remarked commented continued concluded recalled reported
quipped joked shouted yelled cried exclaimed responded retorted countered tweeted posted read reads reads lamented
complained emphasised emphasized underlined claimed claims confirmed reiterated asserted boasted
""")  # fmt: skip

# Those whose form is as often a noun: verbs only right after a name or a pronoun.
NOUN_OR_VERB = word_set("""
states reports report claims claim remarks comments notes calls call posts post tweets demands charges charge promises
pledges answers questions quotes labels terms brands challenges attacks warnings reads concerns counters reasons protests
texts texted forecast figured estimates found hit fired shot ruled order orders offers offer
read think thought attacked pressed cracked joined invited credited called described cited dubbed labeled labelled termed branded
blamed accused mocked reported quoted asked decided agreed offered expressed
""")  # fmt: skip

# Forms of saying that hang on a sentence's main subject ("..., adding that").
PARTICIPLES = word_set("""
saying adding telling writing stating asking noting stressing emphasising emphasizing underlining underscoring insisting
arguing claiming declaring announcing warning cautioning admitting acknowledging conceding confirming denying suggesting
pointing observing remarking commenting continuing concluding recalling revealing quipping joking shouting yelling
responding replying answering tweeting posting vowing pledging promising threatening urging demanding calling describing
dubbing labelling labeling branding complaining lamenting criticising criticizing blasting slamming condemning denouncing
accusing blaming mocking dismissing rejecting praising hailing welcoming expressing reiterating repeating restating
reaffirming asserting alleging contending maintaining testifying predicting boasting bragging explaining declaring
assuring hinting signalling signaling indicating highlighting mentioning citing quoting characterizing characterising
referring deriding attacking comparing ridiculing quipping venturing opining proclaiming labelling reading exclaiming
screaming countering offering chanting musing claiming deeming terming charging wondering telling pleading imploring tweaking decrying
""")  # fmt: skip

# Verbs that ascribe words only with an "of" right before the mark ("X spoke of “...”").
SPEAKING = frozenset(
    ["spoke", "speaks", "spoken", "speak", "speaking", "talked", "talks", "talking", "dreamt", "dreamed"]
)

# Verbs that take a saying infinitive and keep their subject ("went on to say", "took to X to write").
LEADING_TO_SAY = word_set("""
went goes continued proceeded came took takes used appeared seemed seems tried sought declined refused rushed paused
stopped hastened began started wanted chose returned turned phoned called
""")  # fmt: skip

AUXILIARY = word_set("""
has have had having is are was were be been being do does did will would shall should can could may might must
""")  # fmt: skip

# Words between a subject and its verb that belong to neither.
BETWEEN = word_set("""
also later then once again now earlier never always still just even only further even too instead however meanwhile
not since reportedly first finally often sometimes already thus therefore soon ever recently today yesterday himself
herself itself themselves simply perhaps subsequently afterwards afterward late early separately sarcastically both all
""")  # fmt: skip

DAYS = word_set("""
monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun today yesterday
tonight morning afternoon evening night week month year weekend january february march april june july august
september october november december jan feb aug sept sep oct nov dec
""")  # fmt: skip

PRONOUNS = word_set("he she they it we i you him her them")
HE, SHE = frozenset(("he", "him", "his")), frozenset(("she", "her", "hers"))

PREPOSITIONS = word_set("""
in on at by for with from to of about against after before during since until into onto upon over under between among amid
through throughout across near despite without within besides beside behind beyond around like unlike as per via toward
towards following regarding concerning including speaking asked citing alongside here
""")  # fmt: skip

# Where a clause begins: what stands before such a word belongs to another subject.
CLAUSE_OPENERS = word_set("""
that as when while because after before if since although though but what whether than until so where why how which who
whom whose once unless yet nor whereas despite how and or then except
""")  # fmt: skip

ARTICLES = frozenset(
    [
        "a",
        "an",
        "the",
        "this",
        "that",
        "these",
        "those",
        "one",
        "another",
        "some",
        "several",
        "many",
        "most",
        "both",
        "his",
        "her",
        "its",
        "their",
        "our",
        "my",
    ]
)

# Small words inside names of persons, between two with a capital.
PARTICLES = word_set(
    "de del della degli di da das do dos du van von der den ten ter al el bin ibn ben bint abu la le af zu zur y"
)

# Capitalised words before a name that are not part of it.
TITLES = word_set("""
president vice deputy former ex-president prime minister ministers chancellor premier king queen prince princess pope
secretary secretary-general under-secretary undersecretary general foreign defence defense interior finance treasury
energy trade health economy justice education culture state speaker senator sen senate congressman congresswoman
congressperson rep representative representatives gov governor mayor lord lady sir dame baron baroness mr mrs ms miss dr prof
professor judge justice attorney chief chairman chairwoman chair ceo cfo coo director head leader majority minority whip
spokesman spokeswoman spokesperson press adviser advisor aide envoy special ambassador commissioner commander admiral
colonel lieutenant captain major sergeant brigadier marshal lt col capt sgt maj gen brig adm cmdr inspector detective
officer sheriff reverend rev father sister brother bishop archbishop cardinal rabbi imam ayatollah sheikh emir sultan
crown national security party republican democratic democrat labour conservative liberal nominee candidate
presidential vice-presidential campaign manager strategist analyst pollster economist reporter columnist host anchor
correspondent editor author actor actress singer coach star mogul billionaire businessman businesswoman co-host
communications deputy assistant acting interim incoming outgoing then-president then supreme parliamentary parliament
congressional legislative delegate counsel lawyer attorney historian scientist researcher activist dissident oligarch
dictator tyrant comrade first daughter son mogul gop
""")  # fmt: skip

# Nouns for a person, the head of a description ("the French leader"); also of a person who is not named ("an official").
PERSON_HEADS = word_set("""
president leader premier chancellor minister diplomat king queen pope prince secretary chief senator congressman
congresswoman representative governor mayor judge nominee candidate politician businessman businesswoman billionaire mogul
spokesman spokeswoman spokesperson official officials adviser advisor aide envoy ambassador commissioner commander admiral
colonel captain officer general lawyer attorney analyst strategist economist expert professor director chairman chairwoman
chair executive ceo head boss source sources man woman lawmaker legislator statesman veteran author journalist reporter host
anchor columnist activist resident witness victim voter supporter mother father son daughter wife husband brother sister
friend colleague soldier farmer teacher student doctor republican democrat democrats republicans conservative liberal
incumbent rival opponent critic ally dictator ruler monarch host actor actress singer star player coach ombudsman
operative staffer insider member members owner manager founder historian pollster scientist researcher speaker envoy
counterpart figure person people leaders ministers diplomats analysts experts lawmakers aides advisers campaign
secretary-general vice-president vice-premier vice-chancellor vice-chairman ex-president ex-premier ex-chancellor ex-minister
negotiator pontiff chairperson strongman autocrat emir sultan prosecutor archbishop patriarch cardinal banker premier delegate
""")  # fmt: skip

# Descriptions that mean the same office.  Each row: what a description may say, what an introduction may have said.
SAME_OFFICE: tuple[tuple[frozenset[str], frozenset[str]], ...] = (
    (
        word_set("leader strongman"),
        word_set("president chancellor premier prime king queen leader dictator ruler chief head chair secretary-general emir"),
    ),
    (word_set("premier prime"), word_set("prime premier")),
    (word_set("government-head"), word_set("prime premier chancellor government-head")),
    (word_set("chancellor"), word_set("chancellor")),
    (word_set("sovereign"), word_set("president king queen emperor emir sultan monarch")),
    (word_set("monarch ruler"), word_set("king queen emperor emir sultan monarch ruler")),
    (word_set("pontiff"), word_set("pope pontiff")),
    (word_set("diplomat"), word_set("diplomat ambassador envoy")),
    (
        word_set("chief head boss"),
        word_set("chief head secretary-general secretary director commissioner boss general chair president leader commander ceo"),
    ),
    (word_set("chair"), word_set("chair chief head leader")),
    (word_set("secretary"), word_set("secretary chief")),
    (word_set("secretary-general"), word_set("secretary-general chief")),
    (word_set("spokesman"), word_set("spokesman")),
    (word_set("senator lawmaker legislator"), word_set("senator lawmaker legislator mp")),
    (word_set("congressman lawmaker legislator representative"), word_set("congressman lawmaker legislator mp")),
    (word_set("governor"), word_set("governor")),
    (word_set("nominee candidate"), word_set("nominee candidate")),
    (word_set("envoy representative negotiator"), word_set("envoy ambassador adviser representative negotiator delegate")),
    (word_set("ambassador"), word_set("ambassador envoy representative")),
    (word_set("adviser aide"), word_set("adviser aide envoy assistant representative")),
    (word_set("commander"), word_set("commander general chief")),
)  # fmt: skip

# One word for the forms of an office.
OFFICE_FORMS = {
    "chairman": "chair", "chairwoman": "chair", "chairperson": "chair", "spokeswoman": "spokesman", "spokesperson": "spokesman",
    "spokespeople": "spokesman", "advisor": "adviser", "sen": "senator", "rep": "congressman", "congresswoman": "congressman",
    "congressperson": "congressman", "gov": "governor", "gen": "general", "pm": "prime", "fm": "minister", "queen": "queen",
    "businesswoman": "businessman", "undersecretary": "deputy-secretary", "under-secretary": "deputy-secretary",
    "speakership": "speaker", "secretary-general": "secretary-general", "taoiseach": "prime", "prez": "president",
}  # fmt: skip

# Of the offices below, those that news texts give as a second name to persons whom they did not introduce with them.
SECOND_NAMES = word_set("""
president leader strongman premier prime chancellor minister diplomat king queen pope pontiff chair chief head secretary
senator nominee candidate aide adviser envoy ambassador secretary-general representative negotiator monarch emir sultan
sovereign government-head deputy-president deputy-chair deputy-prime deputy-premier deputy-minister deputy-secretary
""")  # fmt: skip

# Words before an office that say nothing of whose it is.
OFFICE_ADJECTIVES = word_set(
    "prime top senior veteran outgoing acting state central chief press high long-time longtime embattled deputy vice former"
)

# Offices that one person holds: "the ..." may mean somebody who is not introduced with it.
SOLE_OFFICES = word_set("""
president leader strongman premier prime chancellor minister diplomat king queen pope pontiff prince secretary chief senator
governor mayor nominee candidate spokesman adviser aide envoy ambassador commissioner commander general director chair ceo
head boss secretary-general representative negotiator monarch emir sultan speaker congressman sovereign ruler admiral
archbishop patriarch cardinal ayatollah negotiator deputy-president deputy-chair deputy-prime deputy-premier deputy-minister
government-head deputy-secretary deputy-head deputy-chief deputy-leader deputy-chancellor deputy-governor deputy-mayor deputy-director chief-of-staff
""")  # fmt: skip

# Words in an office that say of what it is; two offices of the same kind but different such words are two offices.
FIELDS = word_set("""
foreign defence finance interior energy trade health justice security treasury economy culture education environment
climate labour transport agriculture army navy air police military intelligence spy bank bishop police union opposition
campaign party parliamentary navy budget tech sports human migration enlargement humanitarian nuclear space home
""")  # fmt: skip

# Words in the names of bodies that say nothing of which body it is.
NAMELESS = word_set(
    "united republic democratic federal national union kingdom arab islamic people state general the of and for"
)

# Nations, by the first letters of their names that stay in what is derived from them.  (Others are known by the registry.)
NATIONS = word_set("""
afgh alban alger angol argentin armen austral austr azerbaij bahrain bangladesh belarus belg boliv bosn brazil
bulgar cambod cameroon canad chad chile chin colomb congo croat cuba cypr czech denmark ecuador egypt eritre eston ethiop
finland franc georg germ ghan greec guatemal hait hungar iceland indi indones iran iraq ireland israel ital jamaic japan
jord kazakh keny kosov kuwait kyrgyz laos latv leban liby lithu luxembourg malays malt mexic moldov mongol montenegr
morocc myanmar nepal netherlands nicaragu niger norway oman pakist palestin panam paragu peru philippin poland portugal
qatar roman russ rwand saud senegal serb singapore slovak sloven somal spain sudan swed switzerland syri taiw tajik
tanz thai tunis turk uae ugand ukra uk urugu us uzbek venezuel vietnam yemen zamb zimbabwe
south-kore north-kore south-afric south-sudan new-zealand
""")  # fmt: skip

# What does not begin like its nation, and capitals that stand for a nation's government.
SAME_NATION = {
    "french": "franc", "france": "franc", "paris": "franc", "british": "uk", "britain": "uk", "kingdom": "uk", "london": "uk",
    "england": "uk", "dutch": "netherlands", "hague": "netherlands", "swiss": "switzerland", "american": "us", "america": "us",
    "states": "us", "u.s": "us", "usa": "us", "washington": "us", "spanish": "spain", "greek": "greec", "greece": "greec",
    "danish": "denmark", "turkish": "turk", "turkey": "turk", "türkiye": "turk", "ankara": "turk", "polish": "poland",
    "warsaw": "poland", "finnish": "finland", "helsinki": "finland", "swedish": "swed", "sweden": "swed", "irish": "ireland",
    "moscow": "russ", "kremlin": "russ", "kyiv": "ukra", "kiev": "ukra", "ukrainian": "ukra", "ukraine": "ukra",
    "beijing": "chin", "chinese": "chin", "china": "chin", "tokyo": "japan", "delhi": "indi", "berlin": "germ", "rome": "ital",
    "italian": "ital", "italy": "ital", "madrid": "spain", "portuguese": "portugal", "lisbon": "portugal", "norwegian": "norway",
    "norway": "norway", "czech": "czech", "czechia": "czech", "belgian": "belg", "belgium": "belg", "mexican": "mexic",
    "mexico": "mexic", "argentine": "argentin", "argentinian": "argentin", "argentina": "argentin", "cuban": "cuba",
    "slovenian": "sloven", "slovene": "sloven", "slovenia": "sloven", "lebanese": "leban", "lebanon": "leban",
    "afghanistan": "afgh", "congolese": "congo", "finn": "finland", "swede": "swed", "finns": "finland", "kazakhstan": "kazakh", "kyrgyzstan": "kyrgyz", "tajikistan": "tajik", "uzbekistan": "uzbek",
    "emirati": "uae", "emirates": "uae", "palestine": "palestin", "palestinian": "palestin", "chilean": "chile",
    "peruvian": "peru", "philippines": "philippin", "philippine": "philippin", "filipino": "philippin", "thailand": "thai",
    "cypriot": "cypr", "cyprus": "cypr", "icelandic": "iceland", "kosovar": "kosov", "kosovo": "kosov", "tehran": "iran",
    "jerusalem": "israel", "budapest": "hungar", "bosnia": "bosn", "bosnian": "bosn", "chad": "chad", "riyadh": "saud",
    "moroccan": "morocc", "morocco": "morocc", "australia": "austral", "australian": "austral", "montenegrin": "montenegr",
    "montenegro": "montenegr", "libya": "liby", "libyan": "liby", "vietnamese": "vietnam", "iraqi": "iraq", "romania": "roman",
    "romanian": "roman", "kenya": "keny", "kenyan": "keny", "yemeni": "yemen", "kuwaiti": "kuwait", "omani": "oman",
}  # fmt: skip

PARTIES = word_set(
    "republican republicans gop democrat democrats democratic labour labor conservative conservatives tory tories liberal"
)

# What an organisation is called for short, and words in the names it may stand for.
ORGANISATION_HEADS = word_set("""
ministry department company firm group organisation organization agency army military party union alliance bloc council
commission committee court bank newspaper paper publication article outlet channel magazine site website broadcaster
network daily weekly institute foundation university movement militia government embassy administration airline line
corporation association federation
""")  # fmt: skip

# What names say of such bodies, where it is not the same word.
BODY_WORDS = {
    "bank": word_set("bank reserve"), "bloc": word_set("union bloc"), "alliance": word_set("alliance nato treaty pact"),
    "ministry": word_set("ministry office department"), "department": word_set("ministry department"),
    "watchdog": word_set("agency watchdog authority"), "militia": word_set("militia forces"),
}  # fmt: skip

# Who reports: short for the outlet whose report the article retells.
OUTLET_HEADS = word_set("article publication newspaper paper outlet magazine journalists report authors daily")

# What speaks for somebody: the actor is its owner ("a Lake Union statement", "a readout of the ministry").
DOCUMENT_HEADS = word_set("""
statement readout report post posting tweet message release letter email e-mail memo transcript communique communiqué
note video speech remarks comments account filing document announcement interview
""")  # fmt: skip

# Nouns by which a sentence ascribes words without a verb ("Example’s claim that “...”").
SPEECH_NOUNS = word_set("""
comment comments remark remarks statement statements claim claims comparison suggestion assertion assertions warning
warnings promise promises pledge pledges vow call calls demand demands speech words declaration declarations admission
accusation accusations complaint argument insistence description tweet tweets post posts answer response reply question
verdict advice conclusion reaction explanation refrain motto mantra plea quip
boast assessment observation threat threats denial proposal allegation allegations rhetoric criticism message
""")  # fmt: skip

# Right before a mark these make what follows a name, a title or a word as such.
NAMING = word_set("""
so-called nicknamed known named codenamed code-named titled entitled headlined subtitled captioned word words term slogan
hashtag acronym nickname book film movie song album novel play show series podcast documentary programme program memoir
bestseller single sitcom musical poem painting opera ballet sketch drama comedy
""")  # fmt: skip

ABBREVIATIONS = word_set("""
mr mrs ms dr st sen rep gov gen lt col sgt capt maj adm cmdr brig prof rev hon jr sr vs no jan feb mar apr jun jul aug
sept sep oct nov dec inc ltd co corp dept mt ft calif mass pa va wis mich ind ill tex fla ariz ga ore conn ala nev ky
""")  # fmt: skip

# First names that news texts give to women and to men, in many languages: enough to keep "she" from a man.
WOMEN = word_set("""
hillary kaja maria giorgia ursula angela melania ivanka michelle elizabeth theresa kellyanne nancy susan sarah mary anna
anne ann emma julia laura karen jennifer jessica patricia linda barbara margaret sandra carol ruth sharon donna amy
kathleen deborah rachel carolyn janet catherine christine diane alice julie joyce victoria kelly christina joan evelyn
judith megan andrea cheryl hannah jacqueline martha gloria teresa sara janice jean kathryn sophia marie olga natalia
natalya svetlana irina tatiana ekaterina elena marina yulia ludmila galina oksana iryna olena annalena marine ségolène
simone brigitte christiane claudia ingrid mette sanna magdalena jacinda julie nikki kamala condoleezza madeleine loretta
tulsi debbie donna jill dana megyn katrina huma cheryl samantha kirsten jeanne heidi tammy dianne hadley ana ada
carmen isabel lucia francesca chiara paola sofia fatima aisha leila zainab mariam noor amina shireen benazir sheikh hasina
aung indira sonia priyanka mei li yuko sanae park dilma cristina michele yvette priti liz nicola rachel bridget
""")  # fmt: skip
MEN = word_set("""
donald vladimir sergey sergei dmitry dmitri volodymyr emmanuel keir friedrich joe joseph barack george bill william john
james robert michael david richard charles thomas daniel matthew anthony mark paul steven andrew kenneth kevin brian
edward ronald timothy jason jeffrey jeff ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon
benjamin samuel gregory frank alexander raymond patrick jack dennis jerry tyler aaron jose adam henry nathan douglas peter
mike tim bernie newt rudy ted marco chris roger corey steve reince harry chuck mitch robby tony boris rishi antony anthony
lloyd jake narendra xi wang viktor andrej robert petr olaf joschka wolfgang hans klaus jens mateusz donald andrzej karol
silvio matteo mario sergio luigi giuseppe pedro mariano josé juan carlos miguel luis jorge nicolas nicolás andrés
mohammed mohammad muhammad ahmed ali hassan hussein omar ibrahim mahmoud bashar recep hakan abdel yahya ismail
benjamin yair avigdor naftali yoav isaac shinzo fumio vasily igor oleg andrei andrey mikhail nikolai yuri yury anatoly
konstantin kirill alexei aleksandr alexandre denys valery oleksandr petro andriy jd jd jerome bob tom jim dan ben sam max
phil greg josh matt nick alex jan karl erik lars
""")  # fmt: skip

# Words that say little about which statement a quotation is: grammar, and what politics says every day.
COMMON_WORDS = word_set("""
a an the and or but nor so yet if then than that this these those there here i me my mine we us our ours you your yours he
him his she her hers it its they them their theirs who whom whose which what when where why how all any some each every
both few more most many much other another such no not only own same too very just also even ever never now still again
in on at by for with from to of about against after before during since until into onto upon over under between among
through across without within as is am are was were be been being have has had having do does did doing done will would
shall should can could may might must cannot don't won't isn't aren't wasn't didn't doesn't can't couldn't wouldn't it's
i'm we're they're you're that's there's let let's get got gets getting go goes going went gone come comes came coming make
makes made making take takes took taken taking give gives gave given say says said saying tell told know knows knew known
think thinks thought want wants wanted see sees saw seen look looks looking need needs needed believe believes people
person man men woman women thing things something anything nothing everything everyone everybody somebody one two three
first last time times day days week year years today way ways lot lots kind part place country countries world nation
nations government president minister state states good great big new old right well really actually certainly absolutely
yes okay like back up down out off away because while though although however ready able work works working keep keeps
kept put puts talk talks talking speak hope hopes help happen happened happens united must always already soon point fact
question matter course sure best better war peace
""")  # fmt: skip
