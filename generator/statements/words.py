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

# Verbs, beside auxiliaries and those in -ed, with which a clause about a person announces that person's words.
CLAUSE_VERBS = word_set("""
went came took put made gave kept struck sounded spoke drew began chose shot hit goes comes takes puts makes gives keeps sounds strikes speaks draws sums
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

# What an organisation is called for short, and words in the names it may stand for.
ORGANISATION_HEADS = word_set("""
ministry department company firm group organisation organization agency army military party union alliance bloc council
commission committee court bank newspaper paper publication article outlet channel magazine site website broadcaster
network daily weekly institute foundation university movement militia government embassy administration airline line
corporation association federation paramilitaries rebels insurgents guerrillas
""")  # fmt: skip

# What names say of such bodies, where it is not the same word.
BODY_WORDS = {
    "bank": word_set("bank reserve"), "bloc": word_set("union bloc"), "alliance": word_set("alliance nato treaty pact"),
    "ministry": word_set("ministry office department"), "department": word_set("ministry department"),
    "watchdog": word_set("agency watchdog authority"), "militia": word_set("militia forces"),
    "paramilitaries": word_set("paramilitaries paramilitary forces militia guard"), "rebels": word_set("rebels rebel movement front"),
    "insurgents": word_set("insurgents insurgent"), "guerrillas": word_set("guerrillas guerrilla"),
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
