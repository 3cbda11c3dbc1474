import type { Vocabulary } from './vocabulary.ts';

/** Spanish headings. */
export const spanish: Vocabulary = {
  headings: {
    member_id:
      'numero de socio, numero de socia, n socio, no socio, num socio, id socio, numero de miembro, id de miembro, id miembro, codigo de socio, numero de afiliado, n de socio, numero socio, numero miembro, numero de asociado, carne de socio, numero de colegiado, codigo de miembro',
    person_id:
      'id de usuario, id usuario, numero de participante, id participante, numero de cliente, numero de estudiante, matricula, id contacto, numero de empleado, id de contacto, id persona',
    plain_id: 'identificador, identificador unico, clave, codigo',
    record_id:
      'id de respuesta, id respuesta, numero de registro, id de registro, id registro, numero de respuesta',
    row_number: 'numero, fila, linea, numero de fila, num orden, numero de orden',
    handle: 'nombre de usuario, usuario, nombre usuario, alias de usuario',
    profile_url: 'enlace del perfil, perfil de linkedin, url del perfil, enlace de linkedin',
    email:
      'correo electronico, correo, direccion de correo electronico, direccion de correo, email personal, direccion de email, correo e, correos electronicos, correo personal, direccion electronica, e correo, mail personal, correo electronico personal, correo de contacto',
    full_name:
      'nombre, nombre completo, nombre y apellidos, nombre y apellido, apellidos y nombre, nombre apellidos, apellidos nombre, nombre del socio, nombre del miembro, nombres y apellidos, apellido y nombre, socio, nombre apellido, como te llamas, como se llama, nombre del participante, apellidos y nombres, nombre completo del socio',
    display_name: 'nombre para mostrar, nombre visible',
    nickname: 'apodo, nombre preferido, mote',
    first_name: 'nombre de pila, primer nombre, nombres',
    last_name: 'apellido, apellidos, primer apellido',
    name_part: 'segundo apellido, segundo nombre, sufijo, apellido de soltera',
    form_of_address: 'tratamiento, saludo, sr sra, tratamiento de cortesia',
    title: 'titulo',
    bio: 'biografia, acerca de, acerca de mi, sobre mi, sobre ti, descripcion, presentacion, perfil, resumen, quien soy, semblanza, biografia corta, sobre usted, trayectoria, descripcion personal, breve biografia, quien eres',
    role: 'cargo, puesto, profesion, ocupacion, puesto de trabajo, funcion, oficio, rol, empleo, puesto actual, trabajo, titulo profesional, titulo del puesto, cargo actual, profesion actual, ocupacion actual, nombre del puesto, cargo que ocupa, profesion u ocupacion, actividad profesional',
    roles:
      'roles, cargos, funciones, responsabilidades, comision directiva, rol preferido, puestos, roles preferidos',
    company:
      'empresa, compania, organizacion, empleador, institucion, nombre de la empresa, entidad, lugar de trabajo, centro de trabajo, razon social, nombre empresa, nombre de la organizacion, nombre de la institucion, empresa organizacion, nombre de la compania, negocio, empresa actual',
    location:
      'ciudad, localidad, poblacion, municipio, lugar de residencia, ubicacion, residencia, ciudad de residencia, lugar, domicilio ciudad, donde vives, donde vive, pueblo, barrio, ciudad actual, localizacion, donde resides, comuna, ciudad donde vives',
    country:
      'pais, region, provincia, comunidad autonoma, estado, pais de residencia, departamento geografico, pais residencia',
    website: 'sitio web, pagina web, web personal, pagina personal, direccion web, sitio',
    urls: 'redes sociales, enlaces, enlace, sitios web',
    skills:
      'area de especializacion, area de experiencia, habilidades, habilidad, competencias, competencia, conocimientos, destrezas, capacidades, aptitudes, talentos, experiencia en, especialidades, especialidad, areas de experiencia, fortalezas, ofrezco, puedo ayudar con, oferta, puedo ensenar, saberes, areas de especializacion, que ofreces, lenguajes de programacion, habilidades tecnicas, conocimientos y habilidades, puedo ofrecer, cualificaciones, habilidades profesionales, que sabes hacer, especializacion, experticia, habilidades y competencias, habilidades clave',
    interests:
      'intereses, interes, aficiones, pasatiempos, hobbies, temas, temas de interes, areas de interes, pasiones, etiquetas, categorias, grupos, gustos, aficion, actividades, pasatiempo, intereses personales, deportes, temas favoritos, palabras clave, tema, categoria, area de interes, aficiones e intereses, actividades favoritas, intereses y aficiones',
    looking_for:
      'busco, busca, buscando, necesidades, necesito, deseos, quiero aprender, que busco, necesito ayuda con, que buscas, solicitudes, demandas, me gustaria aprender, objetivos, quisiera aprender, necesita, demanda, busqueda, deseo aprender, ayuda que necesito, necesidad, metas, necesito ayuda en, quiere aprender',
    all_traits:
      'cuerda, voz, departamento, equipo, seccion, idiomas, idioma, lenguas, universidad, estudios, escuela, formacion, titulacion, sector, grupo local, grupo de trabajo, comision, comisiones, nivel de estudios, carrera, facultad, capitulo, caracteristicas, nivel educativo, educacion, delegacion, lengua materna, idiomas hablados, grado academico, industria, area, comite, comites, formacion academica, rama, disciplina, sede',
    answer:
      'comentarios, comentario, motivacion, disponibilidad, mensaje, otros, sugerencias, expectativas, otro',
    notes: 'notas, observaciones, notas internas',
    membership_status:
      'estado de membresia, estado de la membresia, estado del socio, estado de socio, situacion del socio, estatus, membresia, estatus de membresia, estado membresia, estado del miembro, situacion de socio, estado de la suscripcion',
    level_of_membership:
      'tipo de socio, tipo de membresia, categoria de socio, nivel de membresia, tipo de miembro, modalidad de socio, plan, cuota tipo, tipo socio',
    is_public:
      'publico, visible, consentimiento, perfil publico, publicar, visibilidad, directorio, consentimiento directorio, aparecer en el directorio, autorizo, autorizacion, perfil visible, visible en el directorio, acepto, consentimiento para el directorio, mostrar perfil, compartir perfil, mostrar en el directorio, autorizacion directorio',
    opt_out:
      'oculto, privado, ocultar, no publicar, no mostrar, perfil privado, ocultar perfil, no aparecer en el directorio, perfil oculto, confidencial, ocultar mi perfil, no compartir, no listar, escondido',
    level:
      'nivel, nivel de habilidad, nivel de experiencia, anos de experiencia, nivel de competencia, dominio, nivel de dominio, nivel de conocimiento, nivel de conocimientos, experiencia anos',
    present: 'activo, activa, esta activo, socio activo, miembro activo',
    departed: 'eliminado, desactivado, archivado, baja, dado de baja, inactivo, fallecido, borrado',
    time: 'marca temporal, fecha, hora, inicio, fin, fecha de alta, fecha de baja, fecha de registro, fecha de inscripcion, creado, creado el, modificado, hora de inicio, hora de finalizacion, miembro desde, fecha de ingreso, fecha de creacion, socio desde, fecha de envio, fecha de inicio, fecha de fin, ultima conexion, ano, fecha alta, antiguedad, fecha inscripcion, fecha de afiliacion, duracion',
    technical:
      'direccion ip, fuente, foto, imagen, origen, archivo, contrasena, tipo, ultima pagina, fotografia, adjunto, adjuntos, idioma inicial',
    payment:
      'cuota, importe, pago, pagado, precio, factura, metodo de pago, forma de pago, pedido, entrada, donacion, numero de pedido, cuenta bancaria, cuotas, cantidad, monto, tipo de entrada, cuota pagada, total, numero de cuenta, banco',
    contact:
      'telefono, movil, telefono movil, celular, numero de telefono, direccion, direccion postal, calle, codigo postal, fecha de nacimiento, cumpleanos, fax, cp, domicilio, telefono fijo, numero de celular, telefono de contacto, tel, telefono celular, numero de movil, direccion completa, nacimiento, c postal, datos de contacto, cod postal, telefonos, direccion de domicilio, apartado postal',
    personal:
      'numero de dni, numero de identificacion, numero de cedula, sexo, genero, edad, religion, nacionalidad, estado civil, discapacidad, ingresos, alergias, dieta, orientacion sexual, salud, pronombres, lugar de nacimiento, etnia, dni, nif, nie, ano de nacimiento, rango de edad, talla de camiseta, salario, raza, hijos, grupo sanguineo, curp, rut, cedula, grupo de edad, restricciones alimentarias, necesidades especiales, documento de identidad, cedula de identidad, pasaporte, talla, intolerancias, origen etnico',
    other_consent:
      'boletin, rgpd, lopd, proteccion de datos, terminos y condiciones, derechos de imagen, politica de privacidad, consentimiento rgpd, consentimiento boletin, aviso legal, consentimiento de imagen, suscrito al boletin, aviso de privacidad, autorizacion de imagen, publicidad, suscripcion al boletin, consentimiento fotos, codigo de conducta, tratamiento de datos',
    other_person:
      'contacto de emergencia, conyuge, jefe, supervisor, persona de contacto, tutor, pareja, padre, madre, responsable, referido por, tutor legal, recomendado por',
  },
  phrases: {
    skills:
      'habilidad*, competencia*, conocimientos, destreza*, sabes hacer, sabe hacer, puedes ensenar, puede ensenar, puedes ofrecer, puede ofrecer, puedes aportar, puede aportar, podrias ensenar, podria ensenar, puedes ayudar, puede ayudar, eres bueno, eres buena, se te da bien, fortalezas, podrias aportar, podrias ayudar, experto en, experta en, puedes compartir, podrias compartir, ofreces, tus talentos, sus talentos, puntos fuertes, lenguajes de programacion, ensenar a otros, ensenar a los demas, te gustaria ensenar, aptitudes, se te dan bien, areas de experiencia',
    interests:
      'intereses, aficion*, pasatiempo*, te interesa*, le interesa*, te gusta hacer, le gusta hacer, tiempo libre, temas, favorit*, preferid*, te apasiona*, pasiones, hobbies, areas de interes, le apasiona*, te gusta*, interesado en, interesada en, disfrutas',
    looking_for:
      'que busco, lo que busco, estas buscando, buscas, busca usted, esta buscando, necesitas, necesita, quieres aprender, quiere aprender, te gustaria aprender, le gustaria aprender, necesitas ayuda, ayuda necesitas, esperas aprender, esperas obtener, espera obtener, esperas de, ayudarte, podemos ayudar, quieres mejorar, te gustaria mejorar, te gustaria desarrollar, aprender, deseas aprender, quieres desarrollar, habilidades _ desarrollar, habilidades _ mejorar, habilidades _ adquirir, desea aprender, te gustaria recibir, quisieras aprender, recibir ayuda, habilidades _ aprender',
    level:
      'nivel de habilidad*, nivel de experiencia, anos de experiencia, cual es tu nivel, nivel de dominio, nivel de conocimiento*',
    role: 'tu cargo, su cargo, tu puesto, su puesto, tu profesion, su profesion, puesto actual, a que te dedicas, a que se dedica, cargo actual, rol actual, tu ocupacion, su ocupacion, tu rol, su rol, tu trabajo',
    roles: 'rol preferido, roles preferidos, que roles, que rol te gustaria, rol te gustaria, roles te',
    company:
      'nombre de la empresa, nombre de tu empresa, nombre de su empresa, tu empresa, su empresa, donde trabajas, donde trabaja, empresa trabaja*, nombre de la organizacion, tu organizacion, su organizacion, nombre de su organizacion, para quien trabajas',
    location:
      'donde vives, donde vive, que ciudad, donde resides, donde reside, de donde eres, tu ciudad, su ciudad, lugar de residencia, donde te encuentras, donde se encuentra, donde estas, ciudad vives, ciudad _ vives, donde se ubica, de donde es',
    country: 'que pais, tu pais, su pais, que provincia, que region, pais de residencia',
    bio: 'sobre ti, sobre usted, presentate, presentese, cuentanos sobre, cuentanos de ti, quien eres, quien es usted, descripcion personal, describete, acerca de ti, hablanos de ti, algo de ti, mas sobre ti, cuentanos algo de ti',
    all_traits:
      'que idiomas, idiomas habla*, que departamento, que equipo, que universidad, nivel de estudios, que sector, tu departamento, nivel educativo, tu universidad, que has estudiado, que estudiaste, que grupo, sector trabajas, que comision',
    answer:
      'como nos conociste, como te enteraste, como se entero, por que, algo mas, primera vez, como conociste, algun comentario',
    is_public:
      'en el directorio, otros miembros, otros socios, perfil publico, compartir mi perfil, visible para, publicar mi, publicar mis, mostrar mi, aparecer en, mis datos visibles, ser visible, compartir mis, mostrar mis, publicar tu, publicar su, mostrar tu, los demas miembros, demas socios, hacer publico, figurar en, compartir tu perfil, listado de socios, otras personas vean',
    opt_out:
      'no publicar, no mostrar, no aparecer, no deseo _ directorio, ocultar, no quiero _ directorio, mantener _ privado, permanecer anonim*, no figurar, no compartir, no ser visible, no quiero aparecer, no deseo aparecer, no autorizo, no incluir*',
    other_consent:
      'boletin*, newsletter*, rgpd, lopd, proteccion de datos, terminos y condiciones, derechos de imagen, politica de privacidad, tratamiento de, recibir informacion, fotos, fotografias, comunicaciones, recibir correos, codigo de conducta, datos personales, recibir noticias, publicidad, recibir comunicaciones, imagenes, bases legales, grabacion, aviso de privacidad',
    personal:
      'genero, sexo, que edad, edad tienes, edad tiene, cuantos anos tienes, rango de edad, religio*, nacionalidad, discapacidad*, alergia*, alimentari*, ingresos, estado civil, salud, etni*, orientacion sexual, dieta, alergi*, vegetarian*, pronombres, medica*, tu edad, su edad',
    contact:
      'telefono, direccion postal, codigo postal, fecha de nacimiento, numero de celular, celular, numero de movil',
    time: 'fecha de, desde cuando, hora de',
    payment: 'forma de pago, metodo de pago, pago*, factura*, cuota*, cuenta bancaria',
    other_person:
      'caso de emergencia, contacto de emergencia, nombre del padre, nombre de la madre, nombre del tutor, nombre de tu hijo, nombre de tu jefe, nombre de su hijo',
    nickname: 'como quieres que te llamemos, nombre preferido, que te llamen, te gustaria que te llamaramos',
    full_name: 'nombre y apellido*, nombre completo, apellidos y nombre, te llamas, se llama usted',
    email: 'correo electronico, tu correo, su correo, direccion de correo',
    level_of_membership: 'tipo de membresia, tipo de socio',
    membership_status: 'estado de la membresia, estado de tu membresia',
    website: 'tu pagina web, su pagina web, tu sitio web, su sitio web',
  },
  hints: {
    role: 'profesion, cargo, puesto, ocupacion',
    company: 'empresa, empleador',
    location: 'ciudad, localidad',
    country: 'pais',
    all_traits: 'idiomas, universidad, sector',
    full_name: 'nombre',
    last_name: 'apellido, apellidos',
    email: 'correo',
    first_name: 'nombre de pila',
    urls: 'enlace',
  },
  fillers:
    'tu tus su sus mi mis el la los las un una de del es son cual cuales que por favor indica indique indicar escribe escriba actual principal miembro socio participante personal y en eres usted tienes tiene a te se introduce introduzca completa completo datos',
  others:
    'emergencia conyuge jefe supervisor padre madre padres tutor pareja hijo hija hijos hijas esposo esposa acompanante medico comprador responsable amigo asistente mascota evento proyecto pagador representante invitado garante',
  negations: 'no nunca sin rechazo ningun',
  reasons: 'como cuando',
};
