"""Nations, and what is derived from their names: to know that "the French president" is of France."""

from generator.statements.words import word_set

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
