# Todas las palabras que la aplicación dice en español. Las mismas claves están en en.ftl; una prueba compara las dos.

## Ayuda

help-constancia = Lleva un solo registro de quién está preso, quién salió, en qué condiciones, quién lo dice y con qué certeza.
help-after =
    Códigos de salida: 0 todo hecho; 1 algo no se pudo leer o hacer, con el motivo; 2 uso incorrecto; 130 interrumpido.
    Entorno: CONSTANCIA_DB nombra el almacén y CONSTANCIA_RULES un archivo de reglas; CONSTANCIA_BY dice quién decide;
    LC_ALL, LC_MESSAGES y LANG eligen el idioma; CONSTANCIA_NOW (RFC 3339) sustituye al reloj.
help-read = Lee reportes y muestra el informe de todo lo que hay en el almacén. Los mismos bytes otra vez no cambian nada.
help-read-paths = Archivos (.txt, .md, .html), carpetas con todo lo que contienen, o - para la entrada estándar. NOMBRE.meta.json junto a un archivo puede dar url, outlet, title, published, captured_at
help-read-published = Cuándo se publicaron los reportes: 2026-01-08, 2026-01 o 2026
help-read-outlet = Qué medio los publicó
help-read-url = Dónde se publicaron
help-read-threads = Cuántos hilos leen; el resultado no depende de ello [por defecto: uno por procesador]
help-read-frames = Lee también con los marcos de este archivo, véase docs/FRAMES.md; se puede dar varias veces
help-read-reader = Quién lee además de las reglas: openai pregunta a un modelo y guarda lo que el reporte respalda; las reglas leen en todo caso [por defecto: rules]
help-read-endpoint = Dónde se pregunta al modelo, con el protocolo de chat de OpenAI: http://localhost:11434/v1. El texto de los reportes va allí y a ningún otro sitio
help-read-model = El nombre que tiene allí el modelo
help-read-key-env = La variable de entorno que contiene la clave, si hace falta; la clave no se muestra ni se guarda
help-read-concurrency = Cuántas peticiones se hacen a la vez; el resultado no depende de ello [por defecto: 2]
help-read-timeout = Cuántos segundos puede tardar una petición [por defecto: 300]
help-brief = Muestra lo que dice el registro y quién lo dice
help-page-format = Qué forma tiene; html es un solo archivo en el que cada celda abre sus palabras [por defecto: text]
help-page-out = Escribe en este archivo y no en la salida estándar
help-as-of = Muestra lo que regía en este día, según lo que hoy se sabe: 2026-01-08
help-rules-file = Se guía por las reglas de este archivo: cuán seguro es un hecho, a quién se une sin preguntar; constancia rules imprime uno para empezar [entorno: CONSTANCIA_RULES]
help-person = Muestra todo sobre una persona, con las palabras que lo dicen
help-person-name = El nombre o una parte; no importan mayúsculas ni tildes
help-report = Muestra un reporte con sus afirmaciones marcadas en el texto
help-report-id = El comienzo de su identidad, o el nombre de su archivo
help-explain = Muestra por qué está una afirmación: qué la encontró, cada parte con sus palabras, qué se decidió sobre ella, a quién se atribuye
help-explain-statement = Su identidad, como la muestra constancia report tras cada afirmación; basta el comienzo de los dígitos: 0f3a-2
help-explain-format = Qué forma tiene, text o json [por defecto: text]
help-explain-frames = Explica también con los marcos de este archivo; se puede dar varias veces
help-person-merge = Asienta que dos personas son un solo ser humano
help-person-split = Asienta que las menciones de algunos reportes son otra persona
help-person-different = Asienta que dos personas son dos, por mucho que se parezcan; ninguna regla las une ya
help-person-unsure = Asienta que alguien miró y no se puede decir si dos personas son una
help-person-history = Muestra cada decisión sobre una persona: número, hora, quién, qué, por qué, y qué fue de ella
help-person-one = Una persona: su identidad, su comienzo (al menos seis dígitos), o un nombre que solo ella lleva
help-person-other = La otra persona, nombrada de la misma manera
help-person-split-reports = Los reportes que nombran a la otra persona: el comienzo de una identidad (al menos cuatro dígitos), o el nombre de un archivo
help-judgement = Muestra lo que se decidió, o retira una decisión
help-judgement-list = Enumera cada decisión, y qué fue de ella
help-judgement-withdraw = Deja sin efecto una decisión, como si nunca se hubiera tomado; ambas quedan en constancia
help-judgement-number = El número de su asiento, como lo muestra judgement list
help-statement = Decide si una afirmación vale
help-statement-accept = Asienta que lo que dice una afirmación es así
help-statement-reject = Asienta que lo que dice una afirmación no es así, o que su reporte no lo dice
help-statement-reopen = Deja otra vez abierta una afirmación, como si nadie hubiera decidido
help-review = Muestra quiénes pueden ser una sola persona y esperan una decisión, con los motivos
help-by = Quién decide [entorno: CONSTANCIA_BY]
help-reason = Por qué; queda en constancia
help-tally = Muestra lo anunciado y lo que siguió, lo contado, a quiénes nombra el registro, la brecha, y su evolución
help-contradictions = Muestra lo que no puede ser todo cierto, y quién dice qué; o resuelve una contradicción
help-contradictions-all = Muestra también lo que el tiempo explica, con la explicación
help-settle = Deja constancia de que un lado se sostiene y los demás caen; todo queda a la vista
help-settle-id = El comienzo de su identidad, como la muestra constancia contradictions; al menos cuatro dígitos
help-settle-side = El número del lado que se sostiene
help-rules = Imprime las reglas que rigen si no se dan otras, como archivo para copiar y cambiar
help-export = Escribe el registro para otros programas
help-export-format = Qué escribir: una afirmación por línea (statements), un texto por archivo (texts), una tabla de personas para hojas de cálculo (persons), el informe como datos (json), o qué reportes son copias y cuáles cuentan un mismo hecho (groups)
help-export-out = Escribe en este archivo (para texts: en esta carpeta) y no en la salida estándar
help-ledger = Muestra el libro: todo lo que se ha recibido o decidido
help-ledger-show = Enumera los asientos: número, hora, clase, autor, identidades, huella; sin nombres de personas
help-ledger-verify = Comprueba que nada del libro cambió y que todas las palabras están en sus reportes
help-rebuild = Rehace el registro a partir del libro solo
help-completions = Imprime los autocompletados para un intérprete de órdenes
help-completions-shell = bash, zsh, fish, elvish o powershell
help-option-lang = El idioma de mensajes y encabezados [por defecto: el del sistema, si no, en]
help-option-db = El almacén [por defecto: constancia.db en esta carpeta; entorno: CONSTANCIA_DB]
help-option-help = Imprime esta ayuda
help-option-version = Imprime la versión

heading-usage = Uso:
heading-commands = Órdenes:
heading-arguments = Argumentos:
heading-options = Opciones:

value-options = OPCIONES
value-command = ORDEN
value-path = RUTA
value-file = ARCHIVO
value-name = NOMBRE
value-id = IDENTIDAD
value-statement = AFIRMACIÓN
value-date = FECHA
value-outlet = MEDIO
value-url = DIRECCIÓN
value-number = NÚMERO
value-variable = VARIABLE
value-person = PERSONA
value-report = REPORTE
value-text = TEXTO
value-seconds = SEGUNDOS
value-shell = INTÉRPRETE

## Uso incorrecto

usage-error = Uso incorrecto: { $reason }
usage-hint = Vea constancia --help, o constancia ORDEN --help.
usage-no-command = no se dio ninguna orden.
usage-value-missing = { $argument } necesita un valor ({ $valid }).
usage-value-not-among = «{ $value }» no es un valor de { $argument }; acepta { $valid }.
usage-value = «{ $value }» no es un valor de { $argument }.
usage-date = «{ $value }» no es una fecha; escriba 2026-01-08, 2026-01 o 2026.
usage-day = «{ $value }» no es un día; escriba 2026-01-08.
usage-unknown-option = no se conoce «{ $argument }».
usage-unknown-command = no existe la orden «{ $command }».
usage-missing = falta { $argument }.
usage-twice = { $argument } se dio dos veces.
usage-not-text = un argumento no es UTF-8 válido.
usage-other = no se entendió la línea de órdenes.
usage-did-you-mean = ¿Quiso decir { $name }?
usage-model-needs = --reader openai necesita { $argument }.
usage-without-model = { $argument } no significa nada sin --reader openai.
usage-endpoint = --endpoint acepta una dirección como http://localhost:11434/v1, sin claves ni consultas; la variable de una clave se nombra con --key-env.
usage-by-missing = no se dice quién decide. Nombre a alguien con --by, o en la variable de entorno CONSTANCIA_BY.
usage-texts-need-out = los textos se escriben en una carpeta; nómbrela con --out.

## Lo que detiene una orden

stopped = Detenido: { $reason }
failure-clock = CONSTANCIA_NOW es «{ $value }», que no es una hora; escríbala así: 2026-01-08T12:00:00Z.
failure-signals = el sistema no permite advertir interrupciones; cierre otros programas e inténtelo de nuevo.
failure-no-key = no hay una clave utilizable en la variable de entorno { $variable }. Defínala, o quite --key-env si no hace falta. No se leyó nada.
failure-no-model-reader = este programa se compiló sin el lector de modelos. Compílelo con la opción model-reader, o quite --reader. No se leyó nada.
failure-no-store = no existe el almacén «{ $file }». Lea primero algunos reportes (constancia read RUTA), o nombre el almacén con --db.
failure-no-person = el registro no nombra a nadie así. Pruebe con una parte del nombre; constancia brief muestra todos los nombres.
failure-no-contradiction = no hay ninguna contradicción «{ $id }». constancia contradictions --all muestra las identidades; dé al menos cuatro dígitos.
failure-many-contradictions = «{ $id }» puede ser cualquiera de varias contradicciones: { $ids }. Dé más de la identidad.
failure-no-side = la contradicción { $id } no tiene el lado { $side }; sus lados van del 1 al { $sides }. constancia contradictions los muestra.
rules-unreadable = las reglas «{ $file }» no se pueden leer como texto. Revise la ruta, los permisos y que el archivo sea UTF-8.
rules-wrong = { $file }:{ $line }: «{ $words }» está mal, o falta algo que debe ir debajo. Compare la línea con lo que imprime constancia rules.
rules-incomplete = { $file }:{ $line }: las reglas no están completas. Parta de lo que imprime constancia rules.
failure-no-report = el registro no tiene el reporte «{ $id }». La última tabla de constancia brief enumera nombres e identidades.
failure-many-reports = «{ $id }» puede ser cualquiera de varios reportes: { $ids }. Dé más de la identidad.
failure-no-statement = el registro no tiene la afirmación «{ $id }». Dé la identidad que constancia report REPORTE muestra tras cada afirmación: al menos cuatro dígitos, un guion, un número.
failure-many-statements = «{ $id }» puede ser cualquiera de varias afirmaciones: { $ids }. Dé más dígitos, un guion y el número.
failure-many-persons = puede tratarse de cualquiera de varias personas. Dé una identidad, o al menos sus primeros seis dígitos: { $persons }
failure-one-person = ambas son ya una sola persona, { $id }. No se asentó nada.
failure-not-two-persons = ambas son una sola persona, { $id }. Si eso está mal o en duda, sepárelas primero: constancia person split. No se asentó nada.
failure-not-her-report = ningún reporte «{ $id }» nombra a esa persona. constancia person history muestra los que la nombran.
failure-nobody-left = solo estos reportes nombran a la persona { $id }; no quedaría nadie. Quite los que son de ella.
refused-no-reason = una decisión necesita un motivo; délo con --reason. No se asentó nada.
refused-no-author = una decisión necesita a alguien que la tome; nombre a alguien con --by. No se asentó nada.
refused-as-a-rule = «rule …» está por las reglas del programa. Dé su propio nombre con --by. No se asentó nada.
refused-not-two = para eso hacen falta dos personas distintas. No se asentó nada.
refused-no-mention = el reporte { $report } no nombra a nadie así, de modo que no hay nada que decidir. No se asentó nada.
refused-named-apart = el reporte { $report } nombra a las dos por separado, así que son dos personas. Si una de ellas está unida a alguien por error, sepárela primero: constancia person split. No se asentó nada.
refused-kept-apart = lo decidido sobre otras personas mantiene separadas a las dos. Mire constancia person history de ambas y retire lo que esté mal. No se asentó nada.
refused-no-statement = el reporte { $report } ya no hace esa afirmación. No se asentó nada.
refused-no-entry = el libro no tiene el asiento { $entry }. constancia judgement list muestra lo que se puede retirar. No se asentó nada.
refused-decides-nothing = el asiento { $entry } recibe algo y no decide nada; lo recibido se queda. constancia judgement list muestra lo que se puede retirar. No se asentó nada.
refused-is-withdrawal = el asiento { $entry } es un retiro, y los retiros no se retiran. Para tener de nuevo la decisión anterior, decídala otra vez. No se asentó nada.
refused-withdrawn = el asiento { $entry } ya se retiró, en el asiento { $by }. No se asentó nada.
frames-unreadable = los marcos «{ $file }» no se pueden leer como texto. Revise la ruta, los permisos y que el archivo sea UTF-8.
frames-syntax = { $file }:{ $line }: esto no es TOML. Revise que todas las comillas y los corchetes de la línea estén cerrados.
frames-no-language = { $file }:{ $line }: ninguna línea dice de qué idioma son los marcos. Escriba arriba language = "en" o language = "es".
frames-no-frame = { $file }:{ $line }: no hay ningún marco. Empiece cada uno con una línea [[frame]]; véase docs/FRAMES.md.
frames-unknown-key = { $file }:{ $line }: «{ $key }» no es una clave aquí. Se admiten: { $allowed }.
frames-wrong-value = { $file }:{ $line }: «{ $key }» no admite este valor. Se admiten: { $allowed }.
frames-not-a-list = { $file }:{ $line }: «{ $key }» admite una lista de palabras: { $key } = ["una", "otra"].
frames-not-plain = { $file }:{ $line }: «{ $word }» en «{ $key }» debe ir en minúsculas, no estar vacía y tener espacios simples, ninguno en los extremos.
frames-several-words = { $file }:{ $line }: «{ $key }» admite palabras sueltas, y «{ $word }» son varias. Póngala entre verbs o phrases.
frames-no-status = { $file }:{ $line }: este marco no tiene estado. Escriba por ejemplo status = "released".
frames-no-words = { $file }:{ $line }: este marco no tiene palabras. Dele verbs, nouns, marks o phrases.
failure-disk-full = el disco está lleno: «{ $file }» no se escribió, y no quedó nada a medias. Haga sitio e inténtelo de nuevo.
failure-not-allowed = no está permitido escribir «{ $file }». Cambie sus permisos o nombre otro lugar con --out.
failure-no-folder = «{ $file }» no se puede escribir porque su carpeta no existe. Cree la carpeta e inténtelo de nuevo.
failure-write = «{ $file }» no se pudo escribir. Revise el disco, o nombre otro lugar con --out.
failure-other = { $detail }. Si vuelve a ocurrir, avise con este mensaje, por favor.
store-newer = el almacén «{ $file }» lo escribió una versión más nueva de Constancia ({ $detail }). No se tocó. Instale la versión más nueva, o nombre otro almacén con --db.
store-damaged = el almacén «{ $file }» está dañado o no es un almacén ({ $detail }). No se tocó. Recupérelo de una copia, o nombre otro almacén con --db y lea de nuevo los reportes.
store-disk-full = el disco está lleno. Nada quedó a medias en el almacén «{ $file }»: todo lo que se dio por leído está en él. Haga sitio y repita la orden; sigue donde se detuvo.
store-locked = otro programa está escribiendo en el almacén «{ $file }». Espere a que termine y repita la orden.
store-read-only = el almacén «{ $file }» no se puede abrir para escribir. Compruebe que su carpeta existe y sus permisos, o nombre otro almacén con --db.
store-other = el almacén «{ $file }» falló: { $detail }. Revise el disco y ejecute constancia ledger verify.

## Lectura

trouble = { $place }: { $reason } { $remedy }
problem-missing = No hay nada en esta ruta.
remedy-missing = Compruebe cómo está escrita.
problem-not-allowed = El sistema no permite leerlo.
remedy-not-allowed = Cambie sus permisos, o ejecute la orden con un usuario que pueda leerlo.
problem-unreadable = El sistema no pudo leerlo (error { $code }).
remedy-unreadable = Revise el disco o la conexión y léalo de nuevo.
problem-not-a-file = No es ni un archivo ni una carpeta.
remedy-not-a-file = Nombre un archivo o una carpeta, o use - para la entrada estándar.
problem-other-format = Este formato no se lee.
remedy-other-format = Guárdelo como .txt, .md o .html.
problem-too-large = Pasa de 256 MB, y ningún reporte es tan grande.
remedy-too-large = Divídalo en sus reportes.
problem-changed = Cambió mientras se leía.
remedy-changed = Espere a que nada escriba en él y léalo de nuevo.
problem-empty = No hay texto en él.
remedy-empty = Guarde de nuevo el reporte, o borre el archivo.
problem-binary = No es texto sino { $format }.
remedy-binary = Guarde sus palabras como .txt, .md o .html.
problem-page-without-body = La página no tiene palabras visibles.
remedy-page-without-body = Guarde de nuevo la página cuando haya cargado del todo, o guarde sus palabras como .txt.
problem-sidecar = Estos metadatos no se pueden usar ({ $detail }); el reporte se leyó sin ellos.
remedy-sidecar = Corrija el archivo y lea el reporte en un almacén nuevo.
problem-language-not-read = Está en un idioma que no se lee ({ $code }); queda guardado.
remedy-language-not-read = Incorpore una traducción al español o al inglés.
problem-line-too-long = Una línea de { $bytes } bytes es demasiado larga para ser prosa; se cortó en trozos para leerla.
remedy-line-too-long = Mire el reporte y guárdelo de nuevo con sus párrafos.
problem-refused = Lo que se leyó de él no es coherente, y el almacén lo rechazó.
remedy-refused = Avise con el archivo, por favor; los demás reportes están dentro.
problem-crashed = El lector falló con él.
remedy-crashed = Avise con el archivo, por favor; los demás reportes están dentro.
format-not-known = datos de una clase desconocida

note-decoded-declared = { $file }: no es UTF-8; descodificado como { $detail }, que es lo que declara.
note-decoded-guessed = { $file }: no es UTF-8; descodificado como { $detail }, que es lo que parece.
note-decoded-damaged = { $file }: descodificado como { $detail }; algunos bytes no son caracteres y aparecen como �.
note-machine-written = { $file }: advertencia: contiene restos de una máquina; sus palabras pueden no ser de una persona.
note-impossible-date = { $file }: advertencia: su fecha de publicación { $detail } no puede ser; queda sin fecha. Indique la verdadera con --published.
note-no-article = { $file }: advertencia: no se encontró ningún artículo en la página; se leyeron todas sus palabras visibles.

note-instructs-reader = { $file }: atención: contiene palabras que dicen a una máquina qué hacer. No tienen ningún efecto; mire el reporte.

unanswered-unreachable = Nadie responde en { $endpoint }; el modelo no ha leído este reporte.
unanswered-remedy-unreachable = Arranque el servidor o revise --endpoint, y repita la orden.
unanswered-insecure = La conexión con { $endpoint } no se puede asegurar; el modelo no ha leído este reporte.
unanswered-remedy-insecure = Revise la dirección y el certificado del servidor, y repita la orden.
unanswered-timed-out = El modelo tardó más de { $seconds } segundos con este reporte.
unanswered-remedy-timed-out = Dele más tiempo con --timeout, o haga menos peticiones a la vez con --concurrency.
unanswered-dropped = La conexión con { $endpoint } terminó antes que la respuesta.
unanswered-remedy-dropped = Repita la orden.
unanswered-busy = { $endpoint } está ocupado o falla (estado { $status }), también en el último intento.
unanswered-remedy-busy = Espere y repita la orden, o baje --concurrency.
unanswered-key-refused = { $endpoint } no acepta la clave (estado { $status }).
unanswered-remedy-key-refused = Revise la variable que nombra --key-env.
unanswered-not-there = { $endpoint } no conoce el modelo { $model }, o no es tal servicio (estado { $status }).
unanswered-remedy-not-there = Revise --model y --endpoint; la dirección suele terminar en /v1.
unanswered-rejected = { $endpoint } rechaza la pregunta sobre este reporte (estado { $status }).
unanswered-remedy-rejected = Puede que el reporte sea demasiado largo para el modelo; pruebe uno con más contexto.
unanswered-redirected = { $endpoint } remite la pregunta a otro sitio (estado { $status }), y allí no se envió.
unanswered-remedy-redirected = Nombre la dirección correcta con --endpoint.
unanswered-no-json = Las respuestas del modelo no eran JSON utilizable.
unanswered-remedy-no-json = Pruebe otro modelo, o un servidor que lo obligue a seguir un esquema.
unanswered-not-asked = No se preguntó al modelo por este reporte, porque el servicio había fallado antes.
unanswered-remedy-not-asked = Corríjalo y repita la orden.
model-read = El modelo { $model } leyó { $reports }: { $statements } que los reportes respaldan. { $same ->
    [one] 1 la leyeron también las reglas
   *[other] { $same } las leyeron también las reglas
}, { $differing } difieren de lo que leyeron las reglas y { $refused } más se rechazaron.
model-failed = { $count ->
    [one] { $count } reporte no tiene respuesta; la misma orden pregunta solo por él.
   *[other] { $count } reportes no tienen respuesta; la misma orden pregunta solo por ellos.
}

progress-read = [{ $done }/{ $total }] { $name }: { $statements ->
    [one] { $statements } afirmación
   *[other] { $statements } afirmaciones
}
number-of-reports = { $count ->
    [one] { $count } reporte
   *[other] { $count } reportes
}
number-of-statements = { $count ->
    [one] { $count } afirmación
   *[other] { $count } afirmaciones
}
read-new = Leído: { $reports }, { $statements }.
read-known = { $count ->
    [one] { $count } ya estaba en el registro y no cambió nada.
   *[other] { $count } ya estaban en el registro y no cambiaron nada.
}
read-refused = { $count ->
    [one] { $count } no se pudo leer.
   *[other] { $count } no se pudieron leer.
}
read-interrupted = Interrumpido. Todo lo que se dio por leído queda guardado; repita la misma orden y sigue desde aquí.
rebuilt = El registro se rehízo a partir del libro.

## El libro

ledger-in-order = En orden: { $entries ->
    [one] { $entries } asiento
   *[other] { $entries } asientos
}, { $statements ->
    [one] { $statements } afirmación cuyas palabras están en su sitio
   *[other] { $statements } afirmaciones cuyas palabras están en su sitio
}, { $captures ->
    [one] { $captures } captura
   *[other] { $captures } capturas
}. Última huella: { $head }
ledger-fault = No está en orden: el asiento { $entry } no es lo que se escribió ({ $detail }). Recupere el almacén de una copia anterior.
ledger-fault-capture = No está en orden: una captura no es lo que se recibió ({ $detail }). Recupere el almacén de una copia anterior.

## Decisiones

decided = Asentado con el número { $entry }.
decided-persons = { $count ->
    [0] Todas las personas siguen como antes.
    [one] Esta persona no es como antes:
   *[other] Estas personas no son como antes:
}
decided-gone = Nadie tiene ya estas identidades: { $list }.
decided-resting = Decisiones sobre alguien que ahora son varias personas; mire si siguen valiendo: { $list }.
decided-idle = Decisiones que ya no unen a nadie: { $list }.
decision-line = { $entry } · { $time } · { $author }: { $what } ({ $standing })
decision-reason = porque: { $reason }
decision-withdrawn = retirada por { $author } en el asiento { $entry }, { $time }: { $reason }
decision-same-person = una sola persona
decision-different-persons = dos personas
decision-unsure = queda abierto si son una sola persona
verdict-stands = aceptada
verdict-falls = rechazada
verdict-open = abierta de nuevo
standing-counts = vale
standing-replaced = sustituida por el asiento { $entry }
standing-withdrawn = retirada
standing-idle = no une a nadie: aquello de que trata no está, o se mantiene separado
review-count = { $count ->
    [0] Nadie espera una decisión.
    [one] { $count } pregunta espera una decisión. Responda con constancia person merge, different o unsure.
   *[other] { $count } preguntas esperan una decisión. Responda con constancia person merge, different o unsure.
}
review-question = { $number }. ¿Una sola persona? { $reasons }
identity-same-full-name = el mismo nombre completo
identity-second-surname-added = un nombre tiene además un segundo apellido
identity-middle-name-added = un nombre tiene además un segundo nombre de pila
identity-names-added = un nombre tiene más palabras
identity-name-order = las mismas palabras en otro orden
identity-initial = una inicial puede estar por el nombre
identity-spelling-variant = los nombres se escriben casi igual
identity-words-joined = dos palabras aquí son una allí
identity-nickname = un nombre puede ser forma corta del otro
identity-slip = difieren unas pocas letras
identity-word-differs = en contra: una palabra del nombre difiere
identity-father-and-son = en contra: una se nombra como el padre de la otra
identity-one-word-only = en contra: los nombres solo comparten una palabra
identity-generation-differs = en contra: padre e hijo, o algo así
identity-competing-candidates = en contra: puede tratarse de otra persona
identity-named-side-by-side = en contra: un reporte nombra a las dos
card-agrees = coincide: { $field }
card-differs = difiere: { $field }
card-contradicts = en contra: { $field }
card-unknown = no se sabe de ambas: { $fields }
card-odds-for = por lo que se sabe, unas { $odds } a 1 a favor de una sola persona
card-odds-against = por lo que se sabe, unas { $odds } a 1 a favor de dos personas
card-odds-far-for = por lo que se sabe, más de { $odds } a 1 a favor de una sola persona
card-odds-far-against = por lo que se sabe, más de { $odds } a 1 a favor de dos personas

## El informe

brief-title = Constancia: el informe
brief-summary = { $reports ->
    [one] { $reports } reporte
   *[other] { $reports } reportes
} de { $origins ->
    [one] { $origins } origen
   *[other] { $origins } orígenes
}; { $persons ->
    [one] { $persons } persona nombrada
   *[other] { $persons } personas nombradas
}.
brief-warnings = { $count ->
    [one] { $count } advertencia sobre los reportes; vea la última tabla.
   *[other] { $count } advertencias sobre los reportes; vea la última tabla.
}
page-as-of = A fecha de { $date }.
explained-too = { $count ->
    [one] El tiempo explica { $count } diferencia más: véase --all.
   *[other] El tiempo explica { $count } diferencias más: véase --all.
}
tally-title = Anunciado, contado, nombrado
contradictions-title = Contradicciones
person-today = { $day }: { $fact }
person-summary = Figura en { $reports ->
    [one] { $reports } reporte
   *[other] { $reports } reportes
} de { $origins ->
    [one] { $origins } origen
   *[other] { $origins } orígenes
}.
on-day = El { $date }
today = Hoy
nothing-here = Nada.
everybody = todos

section-announced = Anunciado
explanation-announced = Lo que se prometió, y quién lo hizo. Anunciado no es excarcelado.
section-followed = Lo que siguió
explanation-followed = Después de cada anuncio, por nombres y por cifras, desde el primer día en que se publicó.
section-counted = Contado
explanation-counted = Cada número que alguien dio, tal como lo dio.
section-named = Nombrado
explanation-named = Las personas que los reportes nombran, con lo que vale hoy. Excarcelado no es libre: vea las condiciones.
section-held = De quienes se dice que siguen presos
explanation-held = Las personas que, según la última noticia, están bajo custodia.
section-contradictions = Contradicciones
explanation-contradictions = Lo que no puede ser todo cierto, y quién dice qué. Nada se promedia.
section-settled = Resueltas
explanation-settled = Lo que decidió quien revisa, con quién, cuándo y por qué.
section-explained = Explicadas por el tiempo
explanation-explained = Lo que difiere y puede ser todo cierto.
section-gap = Brecha entre lo anunciado, lo contado y lo nombrado
explanation-gap = La brecha es el mayor número que alguien da, menos las personas que el registro nombra.
section-series = Evolución
explanation-series = Las cifras de cada informante, junto a las personas que el registro nombra con la misma definición.
section-reports = Reportes
explanation-reports = En qué se apoya todo esto. Los reportes que comparten palabras comparten origen.
section-timeline = Qué ocurrió
explanation-timeline = Primero lo más antiguo; lo que no tiene fecha está donde corresponde en un caso.
section-rulings = Decisiones
explanation-rulings = Lo que quien revisa decidió sobre afirmaciones que tocan a esta persona.
section-attributes = Quién es
explanation-attributes = Lo que los reportes dicen sobre la persona.

column-announced-by = Lo anunció
column-what = Qué
column-number = Número
column-status = Estado
column-population = De quiénes
column-terms = Condiciones
column-date = Fecha
column-place = Lugar
column-name = Nombre
column-informants = Informantes
column-reports = Reportes
column-origins = Orígenes
column-certainty = Certeza
column-said = Se dice
column-announced = Anunciado
column-counted = Contado
column-named = Nombrados
column-gap = Brecha
column-report = Reporte
column-id = Identidad
column-outlet = Medio
column-published = Publicado
column-language = Idioma
column-origin = Origen
column-statements = Afirmaciones
column-warnings = Advertencias
column-field = Qué
column-value = Se dice
column-announced-on = El día
column-first = Primera
column-last = Última
column-course = Curso
column-side = Lado
column-decided = Decisión
column-entry = Asiento
column-by = Quién
column-when = Cuándo
column-reason = Por qué

after-days = { $days ->
    [one] Tras { $days } día
   *[other] Tras { $days } días
}
followed-named = { $count } con nombre
followed-counted = { $number } según cifras ({ $who })
followed-not-known = aún no se sabe
followed-so-far = hasta ahora { $what }; lo demás aún no se sabe
measure-standing = en un momento
measure-daily = en un día
measure-cumulative = hasta entonces
measure-since = desde { $date }
place-inferred = { $place } (deducido)
series-named = nombradas aquí
series-gap = El último día: nombradas { $named }, brecha { $gap }.
number-on = { $number } ({ $date })
chart-lines = Una línea por informante. Una barra es un intervalo, una flecha un extremo abierto, un punto blanco una cifra acotada o redondeada, un rombo una cifra anunciada. Los escalones gruesos son las personas que el registro nombra; la brecha va sombreada.
chart-numbers = Las cifras por día
chart-timeline-title = { $name }: lo que ocurrió
chart-timeline = Una fila por hecho, una banda gris por detención, una forma por certeza.
contradiction-heading = { $whom } · { $status } · { $about } [{ $id }]
ruled-by = Decisión { $entry }, «{ $decision }»: { $who }, { $time }. { $reason }
settled-as = Contradicción { $id }: el lado que se sostiene es «{ $side }».
settled-statements = Asiento { $entry }: { $count ->
    [one] { $count } afirmación, «{ $decision }».
   *[other] { $count } afirmaciones, «{ $decision }».
}
no-other-name = ningún otro nombre
case-open = Detención { $number }: desde { $began }, nadie dice que terminara
case-ended = Detención { $number }: desde { $began } hasta { $ended }
certainty-why = { $certainty }: { $why }
why-reported = { $origins ->
    [one] un origen
   *[other] { $origins } orígenes, sin voces independientes suficientes
}
why-corroborated = voces independientes, { $origins } orígenes
why-reviewer = lo decidió { $who }
why-settled = lo dice { $class } ({ $who })
why-settled-otherwise = lo dice quien puede confirmarlo
why-disputed = otros dicen lo contrario ({ $who })
why-disputed-otherwise = una voz independiente dice lo contrario

as-of = al { $date }
also-named = también { $names }
copy-of = copia de { $report }
own-origin = propio
quoted = «{ $words }»
fact-by = por { $who }
fact-accusation = acusación: { $accusation }
informant-outlet-itself = { $outlet } (el propio medio)
informant-report-itself = { $report } (el propio reporte)
outlet-not-known = medio desconocido
no-date = sin fecha
source = { $outlet } · { $date } · { $informant } · { $report }
source-with-reservations = { $outlet } · { $date } · { $informant } (con reservas) · { $report }

page-skip = Ir al contenido
page-hint = Cada dato subrayado abre las palabras en que se apoya, resaltadas en su oración. En papel se imprimen todas las palabras.
page-contents = Contenido
page-close = Volver a la fila

## Un reporte

report-byline = Firma
report-address = Dirección
report-captured = Capturado
report-text = Texto conservado
report-statements = Afirmaciones ({ $count })
report-diagnostics = Lo que se advirtió ({ $count })
report-readers = Leído por
report-differences = En qué difieren los lectores ({ $count })
found-by-both = { $statement } [los dos lectores]
found-by-rules = { $statement } [solo las reglas]
found-by-model = { $statement } [solo el modelo]
difference-rules = Las reglas: { $statement } («{ $words }»)
difference-model = El modelo: { $statement } («{ $words }»)
difference-in = Difieren en: { $details }. El registro sigue a las reglas.
detail-stance = si es así
detail-hedged = reservas
detail-informant = informante
detail-speaker = quién habla
detail-date = fecha
detail-as-of = día de la cifra
detail-place = lugar
detail-terms = condiciones
detail-by = quién actuó
detail-accusation = acusación
detail-population = de quiénes
detail-bound = límite de la cifra
statement-credited = { $content } — según { $informant }
basis-stated = como se dijo al incorporarlo
basis-sidecar = del archivo que lo acompaña
basis-page = de los datos de la propia página
basis-printed = como está impreso en el texto
diagnostic-warning = Advertencia:
diagnostic-line = Línea { $line }:
diagnostic-noise = se dejó fuera, { $detail }:
diagnostic-machine-written = restos de una máquina: sus palabras pueden no ser de una persona.
diagnostic-decoded-declared = no es UTF-8; descodificado como { $detail }, que es lo que declara.
diagnostic-decoded-guessed = no es UTF-8; descodificado como { $detail }, que es lo que parece.
diagnostic-language = en un idioma que no se lee ({ $detail }); guardado.
diagnostic-impossible-date = la fecha de publicación { $detail } no puede ser, así que el reporte queda sin fecha; indique la verdadera con --published.
diagnostic-no-date = no se encontró fecha de publicación; las fechas como «el jueves» quedan abiertas.
diagnostic-no-article = no se encontró ningún artículo en la página; se leyeron todas sus palabras visibles.
diagnostic-sidecar = los metadatos que lo acompañan no se pueden usar ({ $detail }).
diagnostic-event-refused = parece un hecho o una cifra y no lo es ({ $detail }):
diagnostic-proposals-refused = propuesto por el modelo y no admitido, { $count ->
    [one] { $count } vez
   *[other] { $count } veces
}: { $reason ->
    [quote] la cita no está en el reporte.
    [short-quote] la cita es una sola palabra.
    [instruction] las palabras son una instrucción al lector.
    [name] el reporte no nombra a la persona o a quien habla.
    [informant] el informante no está en el reporte.
    [number] la cifra no está en su cita.
    [words] las palabras no están en el reporte.
    [detail] un detalle no está en el reporte; el resto de la afirmación se admitió.
    [status] el estado no es ninguno de los que hay.
    [date] la fecha no es tal.
   *[other] no tiene la forma de una afirmación.
}
diagnostic-instructs-reader = dice a una máquina que lee el reporte qué hacer; no es una afirmación y no tiene ningún efecto:
diagnostic-text-too-long = un texto de { $detail } bytes: solo se leyó su comienzo.
diagnostic-line-too-long = una línea de { $detail } bytes se cortó en trozos para leerla.

reason-question = se pregunta o queda abierto si ocurrió
reason-demanded = alguien lo pide
reason-plan-negated = se dice que no está previsto
reason-future = todavía no ha ocurrido
reason-possible-only = puede ocurrir, u ocurriría
reason-no-person = no hay nadie donde debe estar la persona
reason-not-a-person = lo que está ahí no es una persona
reason-by-a-thing = lo hizo una cosa, no alguien
reason-a-visitor = una abogada, un abogado o un funcionario, que entra y sale
reason-another-field = las palabras de alrededor hablan de deporte, arte, comercio o rescate
reason-no-custody = nada ahí habla de custodia
reason-no-destination = ningún lugar al que se traslade a alguien
reason-no-sentence = ninguna pena de años o meses
reason-no-offence = ningún delito, o ningún tribunal
reason-no-exchange = nada ahí habla de un canje
reason-not-taken-away = no se llevan a nadie
reason-no-list = ninguna lista de quienes saldrán
reason-death-not-in-custody = nada sitúa la muerte bajo custodia
reason-nobody-named-or-counted = a quienes les ocurrió no se les nombra ni se les cuenta
reason-nothing-said-of-them = nada dice que los contados estén bajo custodia o fuera de ella
reason-share = una proporción, no una cifra
reason-single-person = una persona no es una cifra

## Por qué está una afirmación

explain-found-by = Encontrada por
explain-rule = Qué la encontró
explain-parts = Sus partes
explain-scope = Si ocurrió
explain-credit = Quién lo dice
explain-plain = Se cuenta tal cual; ninguna palabra alrededor la matiza.
explain-no-credit = No se atribuye a nadie: habla el propio medio.
explain-credited = { $informant } — { $why }
explain-part = { $role }: { $value } — { $why }
explain-no-longer = La encontró «{ $by }». El lector de hoy, «{ $reader }», ya no la encuentra, así que no puede decir por qué.
explain-other-frames = La encontró «{ $by }», con marcos de un usuario. Nombre los mismos archivos con --frames para que se explique.
explain-proposed = No la encontraron las reglas: la propuso «{ $by }», por estas palabras: «{ $words }». Un modelo no da otras razones, y las reglas no tienen ninguna.
explain-instead = El lector de hoy encuentra en estas palabras:

rule-frame-verb = el verbo «{ $words }» de { $file }, que dice { $status }
rule-frame-noun = el sustantivo «{ $words }» de { $file }, que dice { $status }
rule-frame-mark = la marca «{ $words }» de { $file }, que dice { $status }
rule-frame-phrase = la frase «{ $words }» de { $file }, que dice { $status }
rule-unknown-place = nadie sabe o dice dónde está alguien
rule-denied-holding = quienes podrían tener a alguien lo niegan
rule-stay = un tiempo en un lugar de custodia
rule-item-sentence = una pena en un elemento de lista
rule-member = un miembro del grupo del que se acaba de hablar
rule-heading = el encabezado de una lista de personas
rule-counted-noun = un sustantivo que cuenta hechos o presos
rule-part-of-whole = una parte de la cifra anterior, o la misma cifra dicha otra vez
rule-inside-words = palabras que dicen que los contados están dentro
rule-quotation = palabras entre comillas
rule-dialogue = palabras tras una raya de diálogo
rule-turn = un turno de una transcripción
rule-beside-name = palabras junto al nombre
rule-predicate = un verbo que dice quién es alguien
rule-kinship = un sustantivo de parentesco o de defensa entre dos personas
rule-shared-nationality = la nacionalidad del grupo

role-person = Persona
role-authority = Autoridad
role-place = Lugar
role-accusation = Acusación
role-terms = Condiciones
role-date = Fecha
role-number = Cifra
role-population = De quiénes
role-speaker = Quién habla
role-value = Lo que se dice

way-subject = el sujeto
way-object = el objeto
way-fronted = el objeto, antes de su verbo
way-left-out = la oración lo omite
way-of-noun = de quién es el hecho que dice el sustantivo
way-same-phrase = en el mismo sintagma
way-sought = detrás de «dónde»
way-group-member = un miembro del grupo
way-list-item = con lo que empieza el elemento de la lista
way-heading-above = el encabezado de la lista
way-agent = detrás de «por»
way-behind-preposition = detrás de una preposición
way-nearest = lo más cercano de su clase
way-frame-itself = lo dicen las palabras del hecho
way-from-whole = tomado de la cifra anterior
way-itself = como se dice
way-behind-quotation = detrás de la cita
way-before-quotation = antes de la cita
way-around-quotation = en otra parte de la oración
way-sentence-before = de la oración anterior
way-quotation-before = sigue de la cita anterior
way-turn-label = el rótulo del turno

reference-name = por su nombre
reference-pronoun = un pronombre, o se omite
reference-together = personas nombradas juntas
reference-apposition = un nombre en aposición
reference-relation = por una relación que cuenta el reporte
reference-description = por como el reporte llama a la persona
reference-named = { $how }, nombrada en { $words }

decision-negated = no ocurrió
decision-planned = va a ocurrir
decision-possible = puede ocurrir
decision-hedged = las palabras se reservan
decision-again = detención repetida
decision-lasting = está bajo custodia; no es cuándo la detuvieron
decision-denied = se niega
decision-doubted = se pone en duda
decision-called-false = se llama falso
decision-taken-back = otra oración lo desmiente
decision-whole-denied = la cifra anterior se niega

credit-verb = por un verbo de decir
credit-preposition = por palabras como «según»
credit-turn = está en el turno de la persona
credit-quotation = está en la cita de la persona
credit-carried = la oración sigue con la lista de quien habló antes
credit-counting = el sujeto de un verbo de contar
credit-from-whole = tomado de la cifra anterior

noise-advertisement = publicidad
noise-assistant-residue = resto de un asistente
noise-machine-notice = aviso del trabajo de una máquina
noise-byline = firma
noise-photo-credit = pie o crédito de foto
noise-navigation = menú
noise-sharing = compartir
noise-reading-time = tiempo de lectura
noise-related-links = enlaces a otras noticias
noise-comments = comentarios
noise-legal = aviso legal
noise-subscription = suscripción
noise-tags = etiquetas
noise-masthead = cabecera
noise-repeated-line = línea repetida
noise-page-furniture = parte de la página que no es su artículo

## Las palabras del campo

status-detained = detención
status-charged = acusación
status-convicted = condena
status-held = bajo custodia
status-transferred = traslado
status-missing = desaparición
status-announced = liberación anunciada
status-released = excarcelación
status-rearrested = nueva detención
status-died = muerte bajo custodia
said-denied = negado: { $status }
said-doubted = puesto en duda: { $status }
said-with-reservations = { $status } (con reservas)

terms-full = sin condiciones
terms-conditional = con condiciones
terms-house-arrest = arresto domiciliario
terms-exile = destierro
terms-exchange = canje
terms-pardon = indulto
terms-amnesty = amnistía

certainty-reported = reportado
certainty-corroborated = corroborado
certainty-confirmed = confirmado
certainty-disputed = en disputa

explained-out-since = Se explica: primero en detención, después fuera.
explained-taken-again = Se explica: primero fuera, después detenida otra vez.
explained-happened-since = Se explica: primero negado o prometido, y después ocurrió.
explained-moved = Se explica: traslado de un lugar al otro.
explained-growth = Se explica: una cifra que creció.
explained-other-day = Se explica: cifras de días distintos.
explained-longer-list = Se explica: la lista posterior contiene la anterior.

class-self = la propia persona
class-relative = un familiar
class-lawyer = un abogado
class-organisation = una organización
class-authority = una autoridad
class-outlet = un medio
class-other = otra persona

bound-more-than = más de { $number }
bound-at-least = al menos { $number }
bound-nearly = casi { $number }
bound-about = unos { $number }
bound-up-to = hasta { $number }
bound-or-more = { $number } o más

field-role = función
field-nationality = nacionalidad
field-age = edad
field-affiliation = afiliación
field-spouse = cónyuge
field-sibling = hermano o hermana
field-parent = padre o madre
field-child = hijo o hija
field-lawyer = abogado o abogada
field-country = país
field-place = lugar de detención
field-date = fechas
field-life = con vida o no
field-companions = nombrada junto con

about-status = si ocurrió
about-date = fecha
about-place = lugar
about-terms = condiciones
about-list = nombres de una lista
about-count = número
