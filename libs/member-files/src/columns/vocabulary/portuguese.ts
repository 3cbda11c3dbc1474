import type { Vocabulary } from './vocabulary.ts';

/** Portuguese headings, of Portugal and of Brazil. */
export const portuguese: Vocabulary = {
  headings: {
    member_id:
      'numero de socio, numero de associado, n de socio, numero de membro, id do membro, matricula do socio, codigo do socio, numero do membro, n socio, id de membro, id do associado, numero do associado, numero de filiacao, codigo do membro, n associado, n de associado, id do socio, numero socio, numero do socio',
    person_id:
      'id do usuario, id do utilizador, numero do participante, id do participante, numero de cliente, numero de estudante, id do contato, codigo do cliente, numero do cliente, id usuario, id utilizador, numero de participante, id do aluno, numero de aluno',
    plain_id: 'identificador, chave, codigo, identificador unico, identificacao',
    record_id:
      'id da resposta, id resposta, numero de registro, numero de registo, id do registro, id do registo, numero da resposta',
    row_number: 'numero, linha, numero da linha, n ordem, ordem',
    handle: 'nome de usuario, nome de utilizador, usuario, utilizador, nome do usuario, apelido de usuario',
    profile_url: 'link do perfil, perfil do linkedin, url do perfil, perfil linkedin, link do linkedin',
    email:
      'endereco de email, correio eletronico, endereco eletronico, correio electronico, email pessoal, endereco de e mail, endereco email, email de contato, email de contacto, endereco de correio eletronico, email principal, e mails',
    full_name:
      'nome, nome completo, nome e sobrenome, nome e apelido, nome do socio, nome do membro, nome sobrenome, nome do associado, sobrenome e nome, associado, como te chamas, como voce se chama, nome apelido, primeiro e ultimo nome, nome do participante, qual e o seu nome, socio',
    display_name: 'nome de exibicao, nome exibido',
    nickname: 'alcunha, nome preferido, apelido ou alcunha, nome social, nome pelo qual e conhecido',
    first_name: 'primeiro nome, nome proprio, nomes proprios, prenome',
    last_name: 'sobrenome, ultimo nome, nome de familia, apelido, apelidos, sobrenomes',
    name_part: 'nome do meio, sufixo, nome de solteira, segundo nome, nomes do meio',
    form_of_address: 'tratamento, saudacao, forma de tratamento, sr sra, pronome de tratamento',
    title: 'titulo',
    bio: 'biografia, sobre mim, sobre voce, sobre ti, descricao, apresentacao, perfil, resumo, minibio, mini bio, quem sou, biografia curta, breve biografia, sobre, quem e voce, apresentacao pessoal, breve apresentacao, descricao pessoal',
    role: 'cargo, profissao, ocupacao, funcao, trabalho, emprego, posicao, cargo atual, papel, atividade profissional, titulo do cargo, oficio, titulo profissional, profissao atual, funcao atual, ocupacao atual, posto, cargo ou funcao, cargo funcao, cargo actual, nome do cargo',
    roles:
      'cargos, funcoes, papeis, responsabilidades, comissoes, funcao preferida, papel preferido, funcao no clube, papeis preferidos, profissoes',
    company:
      'empresa, organizacao, empregador, instituicao, entidade, nome da empresa, local de trabalho, companhia, nome da organizacao, razao social, entidade patronal, entidade empregadora, nome da instituicao, empresa organizacao, empresa atual, nome do empregador, negocio',
    location:
      'cidade, localidade, municipio, local, concelho, residencia, local de residencia, cidade de residencia, localizacao, cidade onde mora, onde mora, onde vives, bairro, onde voce mora, freguesia, cidade natal, cidade atual, onde moras, vila, onde vive, onde resides, cidade estado',
    country: 'pais, estado, regiao, distrito, provincia, pais de residencia, uf, estado uf, pais residencia',
    website:
      'site, site pessoal, pagina web, pagina pessoal, sitio web, endereco web, sitio, pagina da internet',
    urls: 'redes sociais, ligacoes, sites, midias sociais',
    skills:
      'area de especializacao, habilidades, habilidade, competencias, competencia, conhecimentos, aptidoes, talentos, capacidades, especialidades, especialidade, areas de atuacao, pontos fortes, ofereco, posso ajudar com, areas de especializacao, conhecimento, saberes, areas de conhecimento, habilidades tecnicas, linguagens de programacao, posso oferecer, posso ensinar, oferta, ofertas, o que sabe fazer, qualificacoes, area de atuacao, areas de competencia, dons, competencias tecnicas, especializacao, especializacoes, habilidades e competencias, competencias profissionais',
    interests:
      'interesses, interesse, passatempos, hobbies, temas, assuntos, areas de interesse, temas de interesse, paixoes, etiquetas, categorias, grupos, gostos, lazer, atividades, passatempo, area de interesse, palavras chave, categoria, assuntos de interesse, interesses pessoais, desportos, esportes, atividades favoritas, tema, atividade favorita, topicos, tempos livres, marcadores, paixao, grupos de interesse',
    looking_for:
      'procuro, procura, busco, necessidades, preciso, preciso de ajuda com, desejos, quero aprender, gostaria de aprender, o que procura, pedidos, o que procuro, objetivos, em busca de, a procura de, expectativas, preciso de, necessidade, busca, o que busca, ajuda necessaria, quer aprender, preciso de ajuda em, pretendo aprender, desejo aprender, pedido, metas, procurando',
    all_traits:
      'naipe, departamento, equipe, equipa, secao, seccao, idiomas, idioma, linguas, lingua, universidade, escola, formacao, curso, escolaridade, setor, sector, grupo de trabalho, nucleo, faculdade, caracteristicas, nivel de escolaridade, area de formacao, idiomas falados, linguas faladas, grau academico, ramo, lingua materna, comissao, comite, habilitacoes literarias, turma, formacao academica, grau de escolaridade, area, grupo local, disciplina, educacao, delegacao, filial, industria',
    answer:
      'comentarios, comentario, motivacao, disponibilidade, mensagem, outros, sugestoes, outro, duvidas',
    notes: 'notas, observacoes, anotacoes, notas internas, observacao, obs',
    membership_status:
      'status de associado, estado de associado, situacao do socio, situacao do associado, estado do socio, status do membro, situacao de membro, estado da inscricao, status da associacao, estado do membro, situacao cadastral, status da filiacao, estado de socio, situacao do membro, situacao, status de membro, status do associado',
    level_of_membership:
      'tipo de socio, tipo de associado, categoria de socio, categoria de associado, tipo de membro, plano, nivel de associacao, categoria de membro, tipo de filiacao, tipo de inscricao, modalidade de socio',
    is_public:
      'publico, visivel, consentimento, perfil publico, publicar, visibilidade, diretorio, consentimento diretorio, lista de membros, autorizo, autorizacao, perfil visivel, aparecer no diretorio, aceito, consentimento para o diretorio, listagem, mostrar perfil, exibir perfil, partilhar perfil, compartilhar perfil, autorizacao diretorio, consentimento lista de membros, listar no diretorio, visivel no diretorio',
    opt_out:
      'oculto, privado, ocultar, nao publicar, nao mostrar, perfil privado, esconder, nao listar, ocultar perfil, perfil oculto, confidencial, escondido, nao exibir, nao partilhar, nao compartilhar, esconder perfil, ocultar meu perfil',
    level:
      'nivel, nivel de habilidade, nivel de experiencia, anos de experiencia, nivel de competencia, dominio, nivel de conhecimento, nivel de dominio, tempo de experiencia, grau de dominio, nivel da habilidade',
    present: 'ativo, ativa, socio ativo, membro ativo, associado ativo',
    departed: 'excluido, desativado, arquivado, eliminado, desligado, inativo, falecido, apagado, removido',
    time: 'carimbo de data hora, carimbo de data, data, hora, inicio, fim, data de inscricao, data de registro, data de registo, data de criacao, criado em, modificado em, membro desde, hora de inicio, hora de conclusao, data de inicio, data de fim, socio desde, data de adesao, data de envio, ano, ultima atualizacao, associado desde, data de filiacao, data de cadastro, ultimo acesso, data de admissao, data de entrada, duracao, validade, carimbo de hora',
    technical:
      'endereco ip, fonte, foto, imagem, origem, arquivo, ficheiro, senha, palavra passe, tipo, anexo, ultima pagina, fotografia, anexos',
    payment:
      'quota, valor, pagamento, pago, preco, fatura, metodo de pagamento, forma de pagamento, pedido numero, bilhete, doacao, ingresso, mensalidade, anuidade, cotas, quotas, numero do pedido, quantidade, total, conta bancaria, donativo, recibo, banco, tipo de ingresso, quota paga, nib, pix, fatura numero',
    contact:
      'telefone, celular, telemovel, numero de telefone, endereco, morada, rua, cep, codigo postal, data de nascimento, aniversario, fax, numero de telemovel, endereco residencial, bairro e rua, telefone celular, numero de celular, tel, whatsapp numero, telefone de contato, telefone fixo, contato, contacto, contactos, nascimento, endereco completo, endereco postal, caixa postal, complemento, logradouro, morada completa, contatos, numero do celular, data nascimento, dados de contato, n de telefone',
    personal:
      'sexo, genero, idade, religiao, nacionalidade, estado civil, deficiencia, renda, rendimento, alergias, dieta, orientacao sexual, saude, pronomes, naturalidade, cpf, rg, nif, raca, cor, ano de nascimento, faixa etaria, raca cor, tamanho da camiseta, salario, local de nascimento, etnia, filhos, cartao de cidadao, tipo sanguineo, restricoes alimentares, necessidades especiais, identidade de genero, documento de identidade, cor ou raca, pcd, faixa salarial, renda familiar, intolerancias, numero de contribuinte, bi, tamanho da t shirt, cartao do cidadao',
    other_consent:
      'lgpd, rgpd, newsletter consentimento, termos e condicoes, direitos de imagem, politica de privacidade, consentimento rgpd, consentimento newsletter, boletim, protecao de dados, consentimento lgpd, direito de imagem, uso de imagem, termos de uso, consentimento de imagem, autorizacao de imagem, marketing consentimento, subscrito, codigo de conduta, tratamento de dados, autorizacao de uso de imagem, publicidade',
    other_person:
      'contato de emergencia, contacto de emergencia, conjuge, supervisor, chefe, responsavel, encarregado de educacao, pai, mae, indicado por, responsavel legal, companheiro, nome da mae, nome do pai, pessoa de contacto',
  },
  phrases: {
    skills:
      'habilidade*, competencia*, conhecimentos, aptido*, sabe fazer, sabes fazer, pode ensinar, podes ensinar, pode oferecer, podes oferecer, poderia ensinar, poderias ensinar, pode ajudar, podes ajudar, e bom em, e boa em, pontos fortes, especialista em, pode contribuir, podes contribuir, pode compartilhar, podes partilhar, poderia oferecer, voce oferece, talentos, linguagens de programacao, gostaria de ensinar, ensinar aos outros, ensinar a outros, ensinar outros, pode partilhar, areas de especializacao, ajudar outros, domina, bom a fazer, areas de conhecimento, gostaria de compartilhar, gostarias de ensinar',
    interests:
      'interesses, passatempo*, lhe interessa*, te interessa*, interessam, gosta de fazer, gostas de fazer, tempo livre, tempos livres, assuntos, favorit*, preferid*, paixoes, hobbies, areas de interesse, temas, interessad* em, voce gosta, apaixona, horas livres, topicos, interessa*',
    looking_for:
      'a procurar, esta a procurar, estas a procurar, saber mais, esta procurando, esta a procura, estas a procura, procuras, voce procura, precisa, precisas, quer aprender, queres aprender, gostaria de aprender, gostarias de aprender, espera aprender, esperas aprender, espera obter, podemos ajudar, ajuda-lo, quer melhorar, gostaria de melhorar, gostaria de desenvolver, aprender, voce busca, esta buscando, quer desenvolver, habilidades _ desenvolver, competencias _ desenvolver, habilidades _ melhorar, receber ajuda, deseja aprender, competencias _ adquirir, habilidades _ adquirir, espera de, competencias _ melhorar, pretende aprender, gostaria de receber, ajudar te, procura na, procura no',
    level:
      'nivel de habilidade, nivel de experiencia, anos de experiencia, qual e o seu nivel, nivel de competencia*, nivel de conhecimento*, tempo de experiencia',
    role: 'seu cargo, teu cargo, sua profissao, tua profissao, sua ocupacao, cargo atual, funcao atual, com que trabalha, o que voce faz, sua funcao, tua funcao, a sua funcao, papel atual, com o que voce trabalha, seu trabalho, seu papel, teu papel, qual o seu cargo, profissao atual',
    roles:
      'papel preferido, funcao preferida, quais papeis, que papel gostaria, quais funcoes, que funcao gostaria, que papeis',
    company:
      'nome da empresa, nome da sua empresa, sua empresa, tua empresa, onde trabalha, onde trabalhas, empresa trabalha*, sua organizacao, nome da organizacao, onde voce trabalha, nome do empregador, tua organizacao, para quem trabalha*, nome da instituicao',
    location:
      'onde mora, onde vive, onde vives, onde voce mora, que cidade, qual cidade, sua cidade, tua cidade, onde reside, onde resides, onde voce vive, de onde voce, local de residencia, cidade voce mora, onde moras, de onde es, onde voce esta, onde esta localizad*, em que cidade, onde se localiza, cidade _ mora*, onde esta basead*',
    country:
      'que pais, qual pais, seu pais, teu pais, que estado voce, qual estado, pais de residencia, em que estado',
    bio: 'sobre voce, sobre si, sobre ti, apresente se, apresenta te, quem e voce, quem es tu, conte nos sobre, fale sobre voce, descreva se, fale nos de si, fala nos de ti, fale um pouco sobre, conte um pouco sobre, um pouco de voce, conte nos um pouco, se apresente',
    all_traits:
      'quais idiomas, que idiomas, que linguas, idiomas fala*, linguas fala*, qual departamento, que departamento, qual equipe, que equipa, qual universidade, nivel de escolaridade, que setor, seu departamento, qual setor, area de formacao, qual area voce, que universidade, o que estudou, qual a sua formacao, qual curso, grau de escolaridade',
    answer:
      'como soube, como ficou sabendo, como conheceu, por que, porque, mais alguma coisa, algo mais, primeira vez, como nos conheceu, como voce soube',
    is_public:
      'no diretorio, outros membros, outros socios, outros associados, perfil publico, compartilhar meu perfil, partilhar o meu perfil, visivel para, publicar meu, publicar o meu, mostrar meu, aparecer no, aparecer na lista, ser visivel, lista de membros, lista de socios, seja publico, partilhar os meus, compartilhar meus, mostrar o meu, exibir meu, divulgar meus, constar no, constar da, figurar no, tornar publico, os demais membros, os demais socios, compartilhar seu perfil, partilhar o seu perfil, divulgados',
    opt_out:
      'nao publicar, nao mostrar, nao aparecer, ocultar, esconder, nao desejo _ diretorio, nao quero, permanecer anonim*, manter _ privad*, nao listar, nao divulgar, nao constar, nao compartilhar, nao partilhar, nao exibir, nao autorizo, ficar anonim*, nao desejo, nao pretendo, nao figurar, nao ser visivel',
    other_consent:
      'newsletter*, boletim*, lgpd, rgpd, protecao de dados, termos e condicoes, direitos de imagem, politica de privacidade, tratamento de, tratamento dos, receber informacoes, fotos, fotografias, uso de imagem, comunicacoes, receber novidades, dados pessoais, codigo de conduta, receber emails, uso da minha imagem, receber comunicacoes, minha imagem, termos de uso, gravacao, direito de imagem',
    personal:
      'genero, sexo, qual a sua idade, sua idade, faixa etaria, quantos anos voce tem, quantos anos tem, religi*, nacionalidade, deficiencia*, alergi*, alimentar*, renda, rendimento*, estado civil, saude, etni*, orientacao sexual, raca, dieta*, vegetarian*, pronomes, medic*, que idade, tua idade',
    contact:
      'telefone, codigo postal, data de nascimento, numero de telefone, celular, telemovel, endereco residencial',
    time: 'data de, desde quando, hora de, data da',
    payment: 'forma de pagamento, metodo de pagamento, pagamento*, fatura*, quota*, ingresso*',
    other_person:
      'caso de emergencia, contato de emergencia, contacto de emergencia, nome do pai, nome da mae, nome do responsavel, nome do filho, nome do seu chefe, nome do conjuge, encarregado de educacao',
    nickname: 'como gostaria de ser chamad*, nome preferido, como prefere ser chamad*, quer ser chamad*',
    full_name: 'nome completo, nome e sobrenome, nome e apelido, se chama, te chamas, primeiro e ultimo nome',
    email: 'endereco de email, correio eletronico, seu email, teu email, endereco de e mail',
    level_of_membership: 'tipo de associado, tipo de socio',
    membership_status: 'situacao do socio, status da sua associacao',
    website: 'seu site, teu site, sua pagina',
  },
  hints: {
    role: 'profissao, cargo, ocupacao',
    company: 'empresa, empregador',
    location: 'cidade, localidade',
    country: 'pais',
    all_traits: 'idiomas, universidade, curso',
    full_name: 'nome',
    last_name: 'sobrenome',
    first_name: 'primeiro nome',
  },
  fillers:
    'seu sua seus suas teu tua teus tuas meu minha meus minhas o a os as um uma de do da dos das e sao qual quais que por favor indique informe informar insira atual principal membro socio associado participante pessoal em voce tens tem digite escreva completo dados no na se',
  others:
    'emergencia conjuge supervisor chefe pai mae pais responsavel encarregado filho filha filhos filhas esposo esposa marido acompanhante medico comprador amigo assistente evento projeto convidado pagador tutor parceiro parceira',
  negations: 'nao nunca sem recuso nenhum',
  reasons: 'porque como quando',
};
