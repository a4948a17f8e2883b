"""Word lists of titles and offices: what stands before a name, and what stands for one."""

from generator.statements.words import word_set

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

PARTIES = word_set(
    "republican republicans gop democrat democrats democratic labour labor conservative conservatives tory tories liberal"
)
