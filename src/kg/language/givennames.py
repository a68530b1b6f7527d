"""Given names of languages whose lists leave out the commonest, or spell them in one way alone."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


MEN = _words(
    "Kalev Toomas Tõnu Tõnis Ülo Urmas Indrek Priit Siim Märt Rein Madis Jüri Ants Aivar Raimonds Gundars Guntis Māris"
    " Jānis Juris Andris Ainārs Edgars Gints Kaspars Vytautas Algirdas Gintautas Darius Mindaugas"
    " Rimantas Kęstutis"
    " Iñaki Xabier Aitor Unai Gorka Iker Jon Andoni Eneko Mikel Josu Koldo Ibon Joseba Oriol Arnau Jordi Pau Xavi Roger"
    " Xoán Brais Anxo Iago Uxío Breixo Guillem Ferran Quim Llorenç Biel"
    " Emre Yıldırım Murat Ekrem Özgür Cemil Tunç Barış Kerem Mert Onur Selim Volkan Hakan Tarık Orhan Serkan Burak Ümit"
    " Seán Séamus Pádraig Eoghan Cathal Diarmuid Fergus Donal Ciarán Oisín Tadhg"
    " Micheál Eamon Éamon Ruairí Gethin Rhodri"
    " Iwan Dafydd Huw Gwilym Hamish Ruaridh Iain Alasdair Dougal"
    " Sigurður Guðmundur Gunnar Ólafur Þór Þorsteinn Einar Björn Ragnar Dagur Bjarni"
    " Oleksij Olexij Andrij Serhij Wolodymyr Volodymyr Mychajlo Mykhailo Wassyl Vasyl Jurij Iurii Yurii Dmytro Anatolij"
    " Anatolii Oleksandr Olexandr Olexander Ihor Igor Witalij Vitalii Vitaliy Jewhen Yevhen Ievhen Sergij Andriy Andrii"
    " Bohdan Taras Ostap Roman Artem Maksym"
    " Maxym Pavlo Pawlo Petro Stepan Mykola Hryhorij Jaroslaw Yaroslav Rostyslav"
    " Erion Edi Ilir Arben Besnik Dritan Goran Zoran Dušan Zvone Blaž Matej Gašper Žiga Boštjan Janez Nedžad Emir Adnan"
    " Cees Kees Jorrit Rutger Menno Jaap Joop Aart Wiebe Tjeerd Auke Rienk Ruud Maikel"
    " Jelle Sjoerd Sietse Wubbo Douwe Joost Thijs Bram Wouter Koen Stijn Jeroen Maarten Ruben Guus Fons Serge Carlo"
    " Stavros Kostas Giorgos Yorgos Yiannis Giannis Nikos Vangelis Manolis Thanos Haris Makis Pawlu Ġorġ"
    " Belit Bülent Erdem Gökay Timur Tarek Şahin Mounir Jaume Carles Àngel Ximo Xosé Ander Loïg Émeric Emeric Jöran"
    " Sadiq Sanjay Humza Daithí Taavi Gintaras Remigijus Visvaldas Arber Stelios Costas Wopke Vitalij Hennadij"
)
WOMEN = _words(
    "Liis Pille Kadri Triin Maarja Katrin Ülle Kersti Riina Piret Gundega Ilze Dace Baiba Inese Zane Sanita Laima Rasa"
    " Jūratė Aušra Dalia Eglė Ingrida Viktorija"
    " Leire Itziar Ane Nerea Ainhoa Maite Amaia Garazi Uxue Idoia Miren Arantxa Núria Meritxell Montserrat Laia Mireia"
    " Sabela Uxía Iria Antía Aldara"
    " Yıldız Ayşe Çiğdem Özlem Şebnem Gülşen Cemre Zeynep Elif Emine Selin Nesrin Nilgün Sibel Pınar Meral Canan Tülay"
    " Aoife Siobhán Niamh Gráinne Orla Sinéad Róisín Caoimhe Bríd Deirdre Mairéad Sorcha Éilis Eilís Rhiannon Ffion"
    " Carys Bronwen Mairi Eilidh Catriona"
    " Ásta Guðrún Björk Þóra Sigríður Ragnheiður Katrín Steinunn Hildur Heiða"
    " Halyna Iryna Oksana Olena Olha Olga Tetjana Tetiana Svitlana Switlana Natalija Nataliia Kateryna Julija Yuliia"
    " Ljudmyla Liudmyla Solomija Solomiia Lessja Marija Mariia Nadija Nadiia Wiktorija Viktoriia Anastassija Daryna"
    " Małgorzata Agnieszka Zofia Grażyna Żaneta Bożena Zsófia Ágnes Ildikó Enikő Réka Ioana Ruxandra Ileana Anca Corina"
    " Mirela Elira Jasna Tjaša Urška Neža Mojca Nataša Dunja Snežana Amra Selma Lejla Zdenka Darja"
    " Marjolein Ineke Hanneke Janneke Liesje Wietske Zuhal Meryame Machteld Goedele Hilke Reinette"
    " Marloes Femke Anouk Saskia Mieke Fenna Hilde Griet Lieve Liesbeth Katrien Martine Josée Corinne Taina"
    " Eleni Ioanna Vasiliki Katerina Despina Fotini Chrysoula Evangelia Marija Ġorġina Roberta"
    " Dilek Şule Aydan Serap Muhterem Gülcan Itxaso Nekane Mònica Roser Sílvia Nolwenn Soazig Ève Léonore Samia Þórdís"
    " Kristrún Anjali Priya Zarah Rokhsana Kristīne Benjamina Dubravka Lyudmyla"
)
