"""Who says what in an English sentence: subjects, contents, classes, nesting, and what must stay silent."""
# ruff: noqa: E501

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.attribution_en import clause_class, find_sentence
from claims.lexicon import Lexicon
from claims.records import Page, Report

Row = tuple[str | None, str, str, str, int | None, int | None]


def _page(text: str) -> Page:
    quotes = [match.span() for match in re.finditer('“[^”]*”|"[^"]*"', text)]
    return Page(text, [(0, len(text))], quotes, [(0, len(text))], "en")


def _find(text: str, lexicon: Lexicon | None = None) -> list[Report]:
    return find_sentence(text, 0, len(text), _page(text), lexicon or Lexicon.load(), None)


def _rows(text: str) -> list[Row]:
    """(source, cue, content with … between its parts, class, parent, target) of every report."""
    return [
        (
            None if report.source is None else text[slice(*report.source)],
            text[slice(*report.cue[0])],
            " … ".join(text[start:end] for start, end in report.content),
            report.cls,
            report.parent,
            report.target,
        )
        for report in _find(text)
    ]


# fmt: off
FOUND: list[tuple[str, list[Row]]] = [
    ('Shares rose 8% amid reports that the group plans to sell its unit for $3 billion.', [('reports', 'reports that', 'the group plans to sell its unit for $3 billion', 'planned', None, None)]),
    ('The stock fell 3% after a Reuters report that Corvex would cut 900 jobs.', [('a Reuters report', 'report that', 'Corvex would cut 900 jobs', 'planned', None, None)]),
    ('There are reports that 40 people died.', [('reports', 'reports that', '40 people died', 'reported', None, None)]),
    ('Veritas denied a report by the Nikkei business daily that it would close 12 shops.', [('Veritas', 'denied', 'a report by the Nikkei business daily that it would close 12 shops', 'denied', None, 1), ('a report by the Nikkei business daily', 'report', 'it would close 12 shops', 'planned', 0, None)]),
    ('A spokesman denied the report, saying it was based on 2019 data.', [('A spokesman', 'denied', 'the report', 'denied', None, None), ('A spokesman', 'saying', 'it was based on 2019 data', 'asserted', None, None)]),
    ('The ministry rejected claims in local media that 300 soldiers had deserted.', [('The ministry', 'rejected', 'claims in local media that 300 soldiers had deserted', 'denied', None, 1), ('claims in local media', 'claims', '300 soldiers had deserted', 'reported', 0, None)]),
    ('“The line opens in May”, said Ana Ruiz, head of the operator.', [('Ana Ruiz, head of the operator', 'said', '“The line opens in May”', 'asserted', None, None)]),
    ('Harlan Motors said on Tuesday it would cut 4,500 jobs across its European plants.', [('Harlan Motors', 'said', 'it would cut 4,500 jobs across its European plants', 'planned', None, None)]),
    ('The central bank said inflation rose to 3.4% in October.', [('The central bank', 'said', 'inflation rose to 3.4% in October', 'asserted', None, None)]),
    ('“We expect to open 40 stores next year,” said Mina Park, chief executive of Oakline.', [('Mina Park, chief executive of Oakline', 'said', '“We expect to open 40 stores next year,”', 'forecast', None, None)]),
    ('“Demand is soft,” he said, “and we will ship 20% fewer units.”', [('he', 'said', '“Demand is soft,”', 'asserted', None, None), ('he', 'said', '“and we will ship 20% fewer units.”', 'planned', None, None)]),
    ('Revenue fell 12% in the quarter, according to a regulatory filing.', [('a regulatory filing', 'according to', 'Revenue fell 12% in the quarter', 'asserted', None, None)]),
    ('According to Statistics Korea, exports grew 7.2% in March.', [('Statistics Korea', 'According to', 'exports grew 7.2% in March', 'asserted', None, None)]),
    ('Bloomberg News, citing people familiar with the matter, reported that Corvex is in talks to buy a rival for $3 billion.', [('people familiar with the matter', 'citing', 'Corvex is in talks to buy a rival for $3 billion', 'reported', 1, None), ('Bloomberg News', 'reported', 'Corvex is in talks to buy a rival for $3 billion', 'reported', None, None)]),
    ('Corvex denied a Reuters report that it plans to sell its 40% stake.', [('Corvex', 'denied', 'a Reuters report that it plans to sell its 40% stake', 'denied', None, 1), ('a Reuters report', 'report that', 'it plans to sell its 40% stake', 'planned', 0, None)]),
    ('The ministry estimates the damage at $1.2 billion.', [('The ministry', 'estimates', 'the damage at $1.2 billion', 'estimated', None, None)]),
    ('Analysts expect the company to report earnings of $1.15 a share.', [('Analysts', 'expect', 'the company to report earnings of $1.15 a share', 'forecast', None, None)]),
    ('Sales are expected to rise 5% this year.', [(None, 'are expected', 'Sales are expected to rise 5% this year', 'forecast', None, None)]),
    ('The plant reportedly cost $900 million.', [(None, 'reportedly', 'The plant … cost $900 million', 'reported', None, None)]),
    ('Economists at Larch Capital forecast growth of 2.1% for 2026.', [('Economists at Larch Capital', 'forecast', 'growth of 2.1% for 2026', 'forecast', None, None)]),
    ('“The figure is wrong,” a spokeswoman for the agency told reporters.', [('a spokeswoman for the agency', 'told', '“The figure is wrong,”', 'asserted', None, None)]),
    ('Chief Financial Officer Dana Reyes told analysts that margins would shrink by 2 percentage points.', [('Chief Financial Officer Dana Reyes', 'told', 'margins would shrink by 2 percentage points', 'forecast', None, None)]),
    ('The deal could be worth $7 billion, two people briefed on the talks said.', [('two people briefed on the talks', 'said', 'The deal could be worth $7 billion', 'possible', None, None)]),
    ('Officials acknowledged that 14 people had died.', [('Officials', 'acknowledged', '14 people had died', 'reported', None, None)]),
    ('The union warned that 2,000 jobs were at risk.', [('The union', 'warned', '2,000 jobs were at risk', 'possible', None, None)]),
    ('Prime Minister Ana Silva said in a televised address that the government will spend 3 billion euros on housing.', [('Prime Minister Ana Silva', 'said', 'the government will spend 3 billion euros on housing', 'planned', None, None)]),
    ('Lee said that if talks fail, tariffs would rise to 25%.', [('Lee', 'said', 'if talks fail, tariffs would rise to 25%', 'conditional', None, None)]),
    ('The Nikkei newspaper reported on Thursday that Tomoe Steel will close two mills.', [('The Nikkei newspaper', 'reported', 'Tomoe Steel will close two mills', 'reported', None, None)]),
    ('Tomoe Steel will close two mills by March, the Nikkei reported on Thursday, citing unnamed executives.', [('the Nikkei', 'reported', 'Tomoe Steel will close two mills by March', 'reported', None, None), ('unnamed executives', 'citing', 'Tomoe Steel will close two mills by March', 'planned', 0, None)]),
    ('The company announced a $5 billion share buyback.', [('The company', 'announced', 'a $5 billion share buyback', 'asserted', None, None)]),
    ('Veritas Air announced plans to order 60 jets.', [('Veritas Air', 'announced', 'plans to order 60 jets', 'planned', None, None)]),
    ('Critics say the programme wastes $400 million a year.', [('Critics', 'say', 'the programme wastes $400 million a year', 'reported', None, None)]),
    ('“We should double the budget to $10 million,” Senator Holt argued.', [('Senator Holt', 'argued', '“We should double the budget to $10 million,”', 'opinion', None, None)]),
    ('Moreno, 52, said he had invested $2 million of his own money.', [('Moreno, 52', 'said', 'he had invested $2 million of his own money', 'asserted', None, None)]),
    ('The fund, which manages $12 billion, said it had sold its entire stake.', [('The fund, which manages $12 billion', 'said', 'it had sold its entire stake', 'asserted', None, None)]),
    ('Yonhap quoted a government official as saying that 200 troops would be moved.', [('Yonhap', 'quoted', '200 troops would be moved', 'reported', None, None), ('a government official', 'saying', '200 troops would be moved', 'planned', 0, None)]),
    ('Revenue would reach $4 billion by 2028, the startup predicted.', [('the startup', 'predicted', 'Revenue would reach $4 billion by 2028', 'forecast', None, None)]),
    ('She added that the city had 1,300 empty flats.', [('She', 'added', 'the city had 1,300 empty flats', 'asserted', None, None)]),
    ('The airline said profit doubled to $80 million and added that bookings were strong.', [('The airline', 'said', 'profit doubled to $80 million', 'asserted', None, None), ('The airline', 'added', 'bookings were strong', 'asserted', None, None)]),
    ('Costs will climb 6%, the group said, adding that it will raise prices by 3% in May.', [('the group', 'said', 'Costs will climb 6%', 'forecast', None, None), ('the group', 'adding', 'it will raise prices by 3% in May', 'planned', None, None)]),
    ('The ministry said exports rose 3%, but economists warned that demand could weaken.', [('The ministry', 'said', 'exports rose 3%', 'asserted', None, None), ('economists', 'warned', 'demand could weaken', 'possible', None, None)]),
    ("The Wall Street Journal reported that Corvex's chief executive told staff that 900 jobs would go.", [('The Wall Street Journal', 'reported', "Corvex's chief executive told staff that 900 jobs would go", 'reported', None, None), ("Corvex's chief executive", 'told', '900 jobs would go', 'forecast', 0, None)]),
    ('Shares rose 6% after the company said it had won a $300 million contract.', [('the company', 'said', 'it had won a $300 million contract', 'asserted', None, None)]),
    ('It is estimated that 1.5 million homes lack heating.', [(None, 'is estimated', '1.5 million homes lack heating', 'estimated', None, None)]),
    ('The suspect is said to have stolen $60,000.', [(None, 'is said', 'The suspect is said to have stolen $60,000', 'reported', None, None)]),
    ('The IMF projects that the economy will grow 1.8% next year.', [('The IMF', 'projects', 'the economy will grow 1.8% next year', 'forecast', None, None)]),
    ('“It was our best quarter,” Chief Executive Tom Brandt said in a statement.', [('Chief Executive Tom Brandt', 'said', '“It was our best quarter,”', 'asserted', None, None)]),
    ('“Nobody was hurt,” said police spokesman Igor Lund. “About 30 cars were damaged.”', [('police spokesman Igor Lund', 'said', '“Nobody was hurt,”', 'asserted', None, None), ('police spokesman Igor Lund', 'said', '“About 30 cars were damaged.”', 'asserted', None, None)]),
    ('The report, published on Monday, said 61% of respondents opposed the tax.', [('The report, published on Monday', 'said', '61% of respondents opposed the tax', 'asserted', None, None)]),
    ('Corvex dismissed reports that it was seeking $500 million as speculation.', [('Corvex', 'dismissed', 'reports that it was seeking $500 million', 'denied', None, 1), ('reports', 'reports that', 'it was seeking $500 million', 'reported', 0, None)]),
    ('Global demand, according to the agency, will peak at 105 million barrels a day.', [('the agency', 'according to', 'Global demand, according to the agency, will peak at 105 million barrels a day', 'forecast', None, None)]),
    ('The market believes rates will fall by 50 basis points.', [('The market', 'believes', 'rates will fall by 50 basis points', 'forecast', None, None)]),
    ('Jin Woo-sung, an analyst at Baram Securities, said operating profit may top 2 trillion won.', [('Jin Woo-sung, an analyst at Baram Securities', 'said', 'operating profit may top 2 trillion won', 'possible', None, None)]),
    ('The police confirmed on Sunday that 11 people were injured.', [('The police', 'confirmed', '11 people were injured', 'asserted', None, None)]),
    ('In an interview with CNBC, Ortega said she expects sales of $90 million.', [('Ortega', 'said', 'she expects sales of $90 million', 'forecast', None, None), ('she', 'expects', 'sales of $90 million', 'forecast', 0, None)]),
    ('The retailer claimed it lost $15 million to theft.', [('The retailer', 'claimed', 'it lost $15 million to theft', 'asserted', None, None)]),
    ('As reported by Axios, the bill would cost $1 trillion.', [('Axios', 'reported', 'the bill would cost $1 trillion', 'reported', None, None)]),
    ('About 60% of the workers have returned, said Paul Grant, a union official in Ohio.', [('Paul Grant, a union official in Ohio', 'said', 'About 60% of the workers have returned', 'asserted', None, None)]),
    ('The company said in a filing with the Securities and Exchange Commission that it had raised $600 million from investors.', [('The company', 'said', 'it had raised $600 million from investors', 'asserted', None, None)]),
    ('The startup is in talks to raise $2 billion at a valuation of $30 billion, The Information reported, citing a person with knowledge of the discussions.', [('The Information', 'reported', 'The startup is in talks to raise $2 billion at a valuation of $30 billion', 'reported', None, None), ('a person with knowledge of the discussions', 'citing', 'The startup is in talks to raise $2 billion at a valuation of $30 billion', 'reported', 0, None)]),
    ('Officials familiar with the plan said the White House was considering a fund of $20 billion.', [('Officials familiar with the plan', 'said', 'the White House was considering a fund of $20 billion', 'planned', None, None)]),
    ('Data from the Commerce Department showed retail sales fell 0.9% in May.', [('Data from the Commerce Department', 'showed', 'retail sales fell 0.9% in May', 'asserted', None, None)]),
    ('Norwood & Co. analysts wrote in a note that the shares could double to $40.', [('Norwood & Co. analysts', 'wrote', 'the shares could double to $40', 'possible', None, None)]),
    ('"We are not for sale," the company\'s founder, Per Lindqvist, told the Financial Times.', [("the company's founder, Per Lindqvist", 'told', '"We are not for sale,"', 'asserted', None, None)]),
    ('The group, which owns 14 hotels, expects revenue to grow 8% to 10% in 2026.', [('The group, which owns 14 hotels', 'expects', 'revenue to grow 8% to 10% in 2026', 'forecast', None, None)]),
    ('As many as 400 people may have died, the Interior Ministry said Saturday.', [('the Interior Ministry', 'said', 'As many as 400 people may have died', 'possible', None, None)]),
    ('Ryu Min-ho, 34, a delivery driver in Busan, says he now earns 20% less.', [('Ryu Min-ho, 34, a delivery driver in Busan', 'says', 'he now earns 20% less', 'asserted', None, None)]),
    ('Local media reported at least nine deaths.', [('Local media', 'reported', 'at least nine deaths', 'reported', None, None)]),
    ('Two of the people said that the offer valued the business at about $4 billion, including debt.', [('Two of the people', 'said', 'the offer valued the business at about $4 billion, including debt', 'reported', None, None)]),
    ('"They lied to us," said Ms. Ortiz, whose family lost $90,000 in the scheme.', [('Ms. Ortiz, whose family lost $90,000 in the scheme', 'said', '"They lied to us,"', 'asserted', None, None)]),
    ('Kim denied allegations that he took 300 million won in bribes.', [('Kim', 'denied', 'allegations that he took 300 million won in bribes', 'denied', None, 1), ('allegations', 'allegations that', 'he took 300 million won in bribes', 'reported', 0, None)]),
    ('Nissan, Honda and Mitsubishi said they would explore a merger.', [('Nissan, Honda and Mitsubishi', 'said', 'they would explore a merger', 'planned', None, None)]),
    ('If approved, the deal would give shareholders $12 a share, the company said.', [('the company', 'said', 'If approved, the deal would give shareholders $12 a share', 'conditional', None, None)]),
    ("OpenAI's revenue hit $4.3 billion in the first half, the Wall Street Journal reported on Tuesday.", [('the Wall Street Journal', 'reported', "OpenAI's revenue hit $4.3 billion in the first half", 'reported', None, None)]),
    ('That claim was disputed by Mr. Rao, who said that only 40 of the 600 homes were sold.', [('Mr. Rao', 'said', 'only 40 of the 600 homes were sold', 'asserted', None, None)]),
    ('Kia reported third-quarter net profit of 1.4 trillion won on Friday, down 37% from a year earlier.', [('Kia', 'reported', 'third-quarter net profit of 1.4 trillion won on Friday, down 37% from a year earlier', 'asserted', None, None)]),
    ('Some 2.3 million people are believed to have fled their homes.', [(None, 'are believed', 'Some 2.3 million people are believed to have fled their homes', 'reported', None, None)]),
    ("China, the world's biggest importer, bought 11.1 million barrels a day in July, customs data showed.", [('customs data', 'showed', "China, the world's biggest importer, bought 11.1 million barrels a day in July", 'asserted', None, None)]),
    ('Speaking in parliament, Defence Minister Anna Berg said Sweden would double its spending to 3.5% of GDP.', [('Defence Minister Anna Berg', 'said', 'Sweden would double its spending to 3.5% of GDP', 'planned', None, None)]),
    ('He told Bloomberg Television the market could see another 10% drop.', [('He', 'told', 'the market could see another 10% drop', 'possible', None, None)]),
    ('Tesla rival Voltix said Wednesday that it delivered 97,000 vehicles in the third quarter, up 12%.', [('Tesla rival Voltix', 'said', 'it delivered 97,000 vehicles in the third quarter, up 12%', 'asserted', None, None)]),
    ('Trump, who took office in January, said Friday he would impose a 25% tariff on imported trucks.', [('Trump, who took office in January', 'said', 'he would impose a 25% tariff on imported trucks', 'planned', None, None)]),
    ('The people, who asked not to be identified because the talks are private, said a deal could value the firm at $6 billion.', [('The people, who asked not to be identified because the talks are private', 'said', 'a deal could value the firm at $6 billion', 'possible', None, None)]),
    ('The Kremlin on Tuesday denied that Russia had lost 1,000 soldiers in a day.', [('The Kremlin', 'denied', 'Russia had lost 1,000 soldiers in a day', 'denied', None, None)]),
    ('The bank’s economists now expect three rate cuts in 2026, up from two previously.', [('The bank’s economists', 'expect', 'three rate cuts in 2026, up from two previously', 'forecast', None, None)]),
    ('Morgan Stanley estimates the market could be worth $5 trillion by 2050.', [('Morgan Stanley', 'estimates', 'the market could be worth $5 trillion by 2050', 'estimated', None, None)]),
    ('The study, published in Nature, found that 1 in 5 species is at risk.', [('The study, published in Nature', 'found', '1 in 5 species is at risk', 'asserted', None, None)]),
    ('Kim, the finance minister, said Monday the won’s 7% slide was excessive.', [('Kim, the finance minister', 'said', 'the won’s 7% slide was excessive', 'opinion', None, None)]),
    ('“We have 300 stores,” she said, adding: “We want 500.”', [('she', 'said', '“We have 300 stores,”', 'asserted', None, None), ('she', 'adding', '“We want 500.”', 'asserted', None, None)]),
    ('As the dollar rose, traders said volumes had doubled to 4 million contracts.', [('traders', 'said', 'volumes had doubled to 4 million contracts', 'asserted', None, None)]),
    ('The company, based in Seoul and founded in 2011, announced Tuesday it raised $250 million.', [('The company, based in Seoul and founded in 2011', 'announced', 'it raised $250 million', 'asserted', None, None)]),
    ('Moody’s warned that losses could exceed $14 billion if rates stay high.', [('Moody’s', 'warned', 'losses could exceed $14 billion if rates stay high', 'conditional', None, None)]),
    ('“This will hurt,” warned Dana Fox, an economist at Larch Capital.', [('Dana Fox, an economist at Larch Capital', 'warned', '“This will hurt,”', 'forecast', None, None)]),
    ('More than 80 percent of the cases, researchers found, occurred in children.', [('researchers', 'found', 'More than 80 percent of the cases, researchers found, occurred in children', 'asserted', None, None)]),
    ('The EU said it would impose duties of up to 35.3% and China said it would retaliate.', [('The EU', 'said', 'it would impose duties of up to 35.3%', 'planned', None, None), ('China', 'said', 'it would retaliate', 'planned', None, None)]),
    ('Russia’s Interfax news agency quoted Deputy Minister Oleg Ivanov as saying output would fall by 500,000 barrels a day.', [('Russia’s Interfax news agency', 'quoted', 'output would fall by 500,000 barrels a day', 'reported', None, None), ('Deputy Minister Oleg Ivanov', 'saying', 'output would fall by 500,000 barrels a day', 'forecast', 0, None)]),
    ('Nvidia is said to be in talks to invest $1 billion.', [(None, 'is said', 'Nvidia is said to be in talks to invest $1 billion', 'reported', None, None)]),
    ('The airline said that, excluding fuel, costs rose 6%.', [('The airline', 'said', 'excluding fuel, costs rose 6%', 'asserted', None, None)]),
    ('The number of dead rose to 120, state television reported.', [('state television', 'reported', 'The number of dead rose to 120', 'reported', None, None)]),
    ('Citing a government document, the Asahi newspaper said Japan would cut imports by 5%.', [('a government document', 'Citing', 'Japan would cut imports by 5%', 'planned', 1, None), ('the Asahi newspaper', 'said', 'Japan would cut imports by 5%', 'reported', None, None)]),
    ('Not everyone agrees: critics say the plan would cost $40 billion.', [('critics', 'say', 'the plan would cost $40 billion', 'forecast', None, None)]),
    ('The union says 4,000 members voted yes; management says the figure is closer to 2,500.', [('The union', 'says', '4,000 members voted yes', 'asserted', None, None), ('management', 'says', 'the figure is closer to 2,500', 'asserted', None, None)]),
    ('The mayor, a Democrat, said the city needs $900 million.', [('The mayor, a Democrat', 'said', 'the city needs $900 million', 'asserted', None, None)]),
    ('Japan’s government is considering a 13 trillion yen package, the Nikkei business daily reported without citing sources.', [('the Nikkei business daily', 'reported', 'Japan’s government is considering a 13 trillion yen package', 'reported', None, None)]),
    ('Health officials in Gaza say at least 60 people were killed.', [('Health officials in Gaza', 'say', 'at least 60 people were killed', 'asserted', None, None)]),
    ('Senator Jane Holt, D-Ohio, said the cut would cost her state $2 billion.', [('Senator Jane Holt, D-Ohio', 'said', 'the cut would cost her state $2 billion', 'forecast', None, None)]),
    ('More than half of respondents said they expect prices to rise 5%.', [('More than half of respondents', 'said', 'they expect prices to rise 5%', 'forecast', None, None), ('they', 'expect', 'prices to rise 5%', 'forecast', 0, None)]),
    ('The FTSE 100 fell 1.2% after Barclays warned of £1.5 billion in charges.', [('Barclays', 'warned', '£1.5 billion in charges', 'possible', None, None)]),
    ('Alphabet reported revenue of $88.3 billion for the quarter, according to its earnings release.', [('Alphabet', 'reported', 'revenue of $88.3 billion for the quarter', 'asserted', 1, None), ('its earnings release', 'according to', 'Alphabet reported revenue of $88.3 billion for the quarter', 'asserted', None, None)]),
    ('Jeffrey Lin, who manages $3 billion at Orchid Capital, expects the index to gain 10%.', [('Jeffrey Lin, who manages $3 billion at Orchid Capital', 'expects', 'the index to gain 10%', 'forecast', None, None)]),
    ('“If we lose this case, we will owe $5 billion,” the company’s lawyer said.', [('the company’s lawyer', 'said', '“If we lose this case, we will owe $5 billion,”', 'conditional', None, None)]),
]

SILENT = [
    'He submitted a report that showed a 5% loss.',
    'The “lost decade”, said to be over, cost $3 trillion.',
    'The lender posted a profit of $45 million, while rivals reported losses.',
    'Jobless claims fell by 12,000 last week.',
    'Insurance claims from the storm reached $2 billion.',
    'The results were better than expected and shares gained 4%.',
    'Profit beat estimates by 3%.',
    'Everything went according to plan, and 300 guests arrived.',
    'That said, 40% of voters remain undecided.',
    'The United States adds about 200,000 jobs a month.',
    'He was denied bail of $50,000.',
    'The bank notes in circulation total $800 million.',
    'A report on housing was published with 300 pages.',
    'The club rejected a $30 million bid for the striker.',
    'The so-called “miracle mile” attracts 2 million visitors a year.',
    'The firm dismissed 300 workers in June.',
    'The spokesman declined to comment.',
    'A spokesman for the bank declined to comment on the 5,000 job cuts.',
    'The World Bank lowered its growth forecast for the region to 2.3% from 2.7%.',
    'Investors had bet that the central bank would hold rates at 3.5%.',
    "Shares in the company were up 4.2% in morning trade, outperforming the benchmark index's 1.1% rise.",
    'The report said to expect delays of two hours.',
    'He said nothing about the $5 million payment.',
    'A representative for Blackridge declined to comment, while a spokesperson for Orbit didn’t immediately respond.',
    'An estimated 2,000 people attended the rally.',
    'The minister’s claims about 40,000 new jobs were met with skepticism.',
    'The company’s projects in Texas cost $3 billion.',
    'He noted the 30% drop in traffic.',
    'She expects a baby in June.',
    'The market, estimated at $4 billion, is growing quickly.',
    'The Bank of Korea is scheduled to announce its rate decision on Thursday.',
    'Analysts’ forecasts ranged from 3% to 5%.',
    'It was the first time the group reported a quarterly loss.',
    'The central bank kept rates at 3.5%, as expected.',
    'What analysts expect: revenue of $3.1 billion.',
    'No one said it would be cheap, but $9 billion shocked everyone.',
]
# fmt: on


@pytest.mark.parametrize(("text", "rows"), FOUND, ids=range(len(FOUND)))
def test_reports(text: str, rows: list[Row]) -> None:
    assert _rows(text) == rows


@pytest.mark.parametrize("text", SILENT)
def test_silence(text: str) -> None:
    assert _rows(text) == []


def test_a_direct_quotation_is_direct() -> None:
    (report,) = _find("“The line opens in May,” said Ana Ruiz, head of the operator.")
    assert report.direct
    (report,) = _find("Ana Ruiz said the line opens in May.")
    assert not report.direct


def test_a_quotation_that_goes_on_keeps_its_speaker() -> None:
    text = "“It is a start,” said Ana Ruiz. “We have 40 trains.”"
    page = _page(text)
    page.sentences = [(0, 31), (32, len(text))]
    reports = find_sentence(text, 0, 31, page, Lexicon.load(), None)
    assert [text[slice(*report.content[0])] for report in reports] == ["“It is a start,”", "“We have 40 trains.”"]
    assert {text[slice(*report.source or (0, 0))] for report in reports} == {"Ana Ruiz"}


def test_types_of_sources() -> None:
    kinds = {
        "Reuters said prices rose 3%.": "news_org",
        "The newspaper said prices rose 3%.": "news_org",
        "Analysts said prices rose 3%.": "experts",
        "People familiar with the matter said prices rose 3%.": "anonymous",
        "Traders said prices rose 3%.": "market",
        "A survey by the union found that prices rose 3%.": "document",
        "Finance Minister Ana Ruiz said prices rose 3%.": "person",
        "He said prices rose 3%.": "person",
        "The company said prices rose 3%.": "organization",
        "The Fed said prices rose 3%.": "institution",
    }
    assert {text: _find(text)[0].type for text in kinds} == kinds


def test_the_class_of_a_clause() -> None:
    lexicon = Lexicon.load()
    classes = {
        "it plans to open 3 stores": "planned",
        "the government will spend $3 billion": "planned",
        "sales will rise 5%": "forecast",
        "sales could rise 5%": "possible",
        "the tax should be 5%": "opinion",
        "sales would fall if rates rose to 5%": "conditional",
        "sales rose 5% in May": None,
    }
    assert {text: clause_class(text, lexicon) for text in classes} == classes
    assert clause_class("it will hire 300 people", lexicon, own=True) == "planned"
    assert clause_class("it will lose $3 million", lexicon, own=True) == "forecast"


def test_explain_says_who_and_why() -> None:
    text = "Sales rose 5%, analysts at Larch Capital said."
    trace: list[tuple[int, int, str, str]] = []
    find_sentence(text, 0, len(text), _page(text), Lexicon.load(), trace)
    assert trace == [(41, 45, "attribution.en.post", "source: analysts at Larch Capital; class asserted")]


def test_a_new_verb_is_one_line(tmp_path: Path) -> None:
    text = "The mayor yodelled that the bridge cost $40 million."
    assert _find(text) == []
    words = tmp_path / "words.toml"
    words.write_text('[cue.en]\n"yodel" = { forms = ["yodelled"], class = "opinion" }\n', "utf-8")
    (report,) = _find(text, Lexicon.load(extra=[words]))
    assert (text[slice(*report.cue[0])], report.cls) == ("yodelled", "opinion")


_WORDS = (
    'said|told|reported|denied|according to|citing|that|a report that|X|Ana Ruiz|analysts|,|,|.|“|”|"|(|)|and|but|who|it|5%'
    "|is expected to|as saying|quoted|reportedly|on Monday|in a statement| |;|–|the|would|adding|if"
)
PIECES = st.sampled_from(_WORDS.split("|"))


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=40).map(" ".join))
def test_any_text_gives_clean_spans(text: str) -> None:
    reports = _find(text)
    for report in reports:
        spans = [*report.cue, *report.content, *([report.source] if report.source else [])]
        assert report.content
        assert all(0 <= start < end <= len(text) for start, end in spans)
        for link in (report.parent, report.target):
            assert link is None or (0 <= link < len(reports) and reports[link] is not report)
        above, steps = report.parent, 0
        while above is not None and steps <= len(reports):
            above, steps = reports[above].parent, steps + 1
        assert steps <= len(reports)


@pytest.mark.parametrize(
    "piece", ["he said ", "A, ", "“a” said ", "according to A ", "Kim said and ", "X denied a report that "]
)
def test_hostile_text_is_read_in_bounded_work(piece: str) -> None:
    assert len(_find(piece * (32000 // len(piece)))) <= 50
