"""Words that hold a question together and say little of what it is about: pronouns, auxiliaries, question words.

Unlike ``search.languages.STOP_WORDS`` they are asked for, since *who* and *will* can be what somebody means; in a long
question they weigh less than the others. Written for questions, so without what hardly anybody asks with.
"""

from search.words import fold

_WORDS = {
    "en": """
        a about above after again all also am among an and any are as at be because been before being below
        between both but by can cannot could did do does doing don done down during each etc few for from
        further get had has have having he her here him his how i if in into is it its just made make many may
        me might more most much must my no nor not now of off on once one only or other our out over own same
        shall she should so some such than that the their them then there these they this those through to too
        under until up upon used very was we were what when where which while who whom whose why will with
        within would you your""",
    "nl": """
        aan al alle alles als altijd ander andere ben bij daar dan dat de den der deze die dit doch doe doen
        door dus een eens en er ge geen had heb hebben hebt heeft hem het hier hij hoe hoeveel hun iemand iets
        ik in is ja je jij jou jouw jullie kan kon konden kun kunnen kunt maar me meer men met mij mijn moest
        moet moeten na naar niet niets nog nu of om omdat onder ons onze ook op over te tegen tijdens toch toen
        tot tussen u uit uw van veel voor waar waarom wanneer want waren was wat we wel welk welke werd werden
        wie wij wil willen word worden wordt zal ze zelf zich zij zijn zo zonder zou zouden zullen""",
    "de": """
        aber alle allem allen aller alles als also am an ander andere anderen anderer auch auf aus bei bin bis
        bist da damit dann darf das dass daß dein deine dem den denn der des dessen die dies diese diesem diesen
        dieser dieses dir doch dort du durch ein eine einem einen einer eines einige er es etwas euch euer für
        gegen gibt hab habe haben hat hatte hatten hier ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in ist
        ja jede jeder jedes jetzt kann kein keine können könnte man manche mein meine mich mir mit muss müssen
        nach nicht noch nun nur ob oder ohne sehr sein seine seinen seiner sich sie sind so soll sollte sollten
        sondern über um und uns unser unter viel viele vom von vor wann war waren warum was weil welche welchem
        welchen welcher welches wem wen wenn wer werde werden wessen wie wieder wieso will wir wird wo wohin
        wollen wurde wurden würde zu zum zur zwischen""",
    "fr": """
        ai aie ainsi as au aucun aussi autre autres aux avait avant avec avez avoir avons c ça ce ceci cela
        celle celui ces cet cette ceux chez combien comme comment d dans de depuis des dois doit doivent donc
        dont du elle elles en entre es est et étaient était étant été êtes être eu eux fait faire fais faut il
        ils j je l la le les leur leurs lors lui m ma mais me même mes moi moins mon n ne nos notre nous on ont
        ou où par pas pendant peu peut peuvent peux plus pour pourquoi puis qu quand que quel quelle quelles
        quels qui quoi s sa sans se sera seront ses si son sont sous suis sur t ta te tes toi ton tous tout
        toute toutes très tu un une vos votre vous y""",
    "es": """
        a al algo algunas algunos ante antes aquí así aún cada como cómo con contra cuál cuáles cualquier cuando
        cuándo cuánto cuántos de debe deben debo del desde donde dónde dos durante e el él ella ellas ellos en
        entre era eran es esa esas ese eso esos esta está están estar estas este esto estos fue fueron ha hace
        hacer hacia han hasta hay he la las le les lo los más me mi mientras mis mucho muy nada ni no nos
        nosotros o os otra otras otro otros para pero poco podemos por porque puede pueden puedo qué que quién
        quienes se sea según ser si sí sido sin sobre son soy su sus también tan te tengo ti tiene tienen todo
        todos tu tus un una unas uno unos usted y ya yo""",
    "it": """
        a ad agli ai al alla alle allo altra altre altri altro anche ancora avere c che chi ci ciò co cui come
        con contro cosa così da dai dal dalla dalle dallo degli dei del della delle dello deve devo devono di
        dopo dove due durante e è ed essere era erano fa fare fra gli ha hai hanno ho i il in io l la le lei li
        lo loro lui ma me mi mia mie miei mio molto ne negli nei nel nella nelle no noi non nostro o ogni per
        perché però più poi possiamo posso possono può prima qual quale quali quando quanti quanto quella quelle
        quelli quello questa queste questi questo qui quindi se sei senza si sia siamo sono sta stato su sua sue
        sugli sui sul sulla suo suoi te tra tu tutti tutto un una uno vi voi""",
    "pt": """
        a à ainda ao aos após aquela aquele as às até cada com como contra da das de dela dele deles depois
        desde deve devem devo do dos durante e é ela elas ele eles em entre era eram essa essas esse esses esta
        está estão estas este estes eu faz fazer foi foram há isso isto já la lhe mais mas me mesmo meu meus
        minha muito muitos na não nas nem no nos nós nossa nosso num numa o onde os ou outra outras outro outros
        para pela pelas pelo pelos podem pode posso por porque pouco qual quais quando quanto quantos que quê
        quem são se seja sem sempre ser seu seus só sobre sua suas também te tem têm ter teu toda todas todo
        todos tu um uma umas uns você vocês""",
    "sv": """
        alla allt än andra annan är att av bara bli blev blir då de dem den denna deras dess dessa det detta dig
        din dina ditt du efter ej eller en er ett för från genom gör göra ha hade han hans har här henne hennes
        hon honom hur i in ingen inom inte jag kan kunde kunna mellan men mer mig min mina mitt många måste mot
        mycket någon något några när ni nu och också om oss på sådan samma sedan sig sin sina sitt själv ska
        skall skulle så som till under upp ut utan vad var vara varför varit vart vem vi vid vilka vilken vilket
        vill""",
    "da": """
        af aldrig alle alt anden andet andre at bare blev blive bliver da de dem den denne der deres det dette
        dig din dine disse dog du efter eller en end er et for fordi fra får før gennem gør gøre ham han hans
        har have havde hende hendes her hos hun hvad hvem hver hvilke hvilken hvilket hvis hvor hvordan hvorfor
        hvornår i ikke ind ingen jeg kan kun kunne man mange med meget mellem men mere mig min mine mit må mod
        når ned noget nogle nogen nu og også om op os over på sådan samme selv sig sin sine sit skal skulle som
        så til ud uden under var vare ved vi vil ville være været""",
    "fi": """
        aina ei eikä ellei eli en enemmän ennen entä että he hän häntä heidän heitä hyvin ilman itse ja jo joka
        joiden joita jokin jonka jos joskus jossa jota jotka jälkeen kaikki kanssa kautta keitä kenen ketkä koko
        koska kuin kuinka kuka kun kuten me meidän meitä mihin mikä miksi mikään millainen millä milloin
        millaista minkä minun minä minua missä mistä miten mitkä mitä monta moni mukaan mutta muu muut myös ne
        niiden niin niitä noin nuo nyt näin näitä nämä ole olen oli olisi olivat olla on onko ovat pitää pitäisi
        saa se sekä sen siellä siinä sille sinun sinä sitten sitä tai te teidän tuo tähän tämä tämän tässä tätä
        vaan vai vain voi voiko voin voivat voidaan yli""",
    "ru": """
        а без более больше будет будто бы был была были было быть в вам вас ваш весь во вот все всего всех вы
        где да даже для до его ее если есть еще же за зачем здесь и из или им их к как какая какие какой каких
        кем ко когда которая которые который кто куда ли либо лучше между меня мне много может можно мой моя мы
        на над надо нам нас наш не него нее нет ни них но ну нужно о об один она они оно от очень перед по под
        после потом потому почему при про раз с сам свои свой себя сейчас сколько со так также такой там то того
        тоже только том тот ты у уже хотя чего чей чем что чтобы чья эта эти это этого этой этом этот я""",
    "ar": """
        أن أنا أنت أو أي أين إذا إلى إن التي الذي الذين أم بعد بعض بها به بين تحت تكون تلك ثم حتى حيث خلال ذلك
        سوف على عن عند غير في فيها فيه قبل قد كان كانت كل كم كما كيف لا لدى لكن لم لماذا لن له لها ليس ما ماذا
        متى مع من منذ منها منه نحن هذا هذه هل هم هن هنا هناك هو هي و وهو وهي يجب يكون يمكن يمكنني""",
}
FUNCTION_WORDS = {language: frozenset(map(fold, words.split())) for language, words in _WORDS.items()}


def says_little(word: str, languages: tuple[str, ...]) -> bool:
    """Whether a word is a function word of a language that a question is asked in."""
    folded = fold(word)
    return any(folded in FUNCTION_WORDS[language] for language in languages if language in FUNCTION_WORDS)
