"""First names of women and men."""

from generator.statements.words import word_set

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
