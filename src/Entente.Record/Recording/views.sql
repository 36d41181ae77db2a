-- What people and other programs read, in SQL that programs of 2020 know as well. Made anew whenever the schema's number rises.
DROP VIEW IF EXISTS figures;
DROP VIEW IF EXISTS claims;
DROP VIEW IF EXISTS events;
DROP VIEW IF EXISTS matters;
DROP VIEW IF EXISTS disagreements;
DROP VIEW IF EXISTS plans;
DROP VIEW IF EXISTS documents;
DROP VIEW IF EXISTS actors;
DROP VIEW IF EXISTS dyad_months;
DROP VIEW IF EXISTS versions;
CREATE VIEW documents AS
  SELECT d.document AS id, p.digest AS page, (SELECT min(path) FROM path WHERE path.page = p.id) AS path, d.title, d.publisher, d.uri, d.authors, d.language,
         d.published_earliest, d.published_latest, d.published_basis, d.characters, d.dropped, d.comments,
         (SELECT count(*) FROM sentence s WHERE s.document = d.id) AS sentences, (SELECT count(*) FROM claim c WHERE c.document = d.id) AS claims, d.text
  FROM shown JOIN page p ON p.id = shown.page JOIN document d ON d.coding = shown.coding;
CREATE VIEW claims AS
  SELECT c.claim AS id, c.kind, c.gist, c.type, c.mode, c.contexts, c.place, c.cameo, c.goldstein, c.earliest, c.latest, c.time_value, c.time_basis,
         c.certainty, c.polarity, c.readings, c.confidence, c.chain, c.origin, c.origin_kind, c.rule, m.name AS matter, CASE WHEN c.kind = 'event' THEN m.name END AS event,
         json_extract(c.allegation, '$.against') AS allegation_against,
         CASE WHEN c.allegation IS NOT NULL THEN
           (SELECT json_group_array(json_object(
              'by', json_extract(n.value, '$.by'),
              'sentence', substr(d.text, json_extract(n.value, '$.start') + 1, json_extract(n.value, '$.stop') - json_extract(n.value, '$.start')),
              'claim', json_extract(n.value, '$.claim')))
            FROM json_each(c.allegation, '$.denials') n) END AS allegation_denials,
         d.document, p.digest AS page, d.publisher, c.start, c.stop, substr(d.text, c.start + 1, c.stop - c.start) AS quote,
         substr(d.text, c.sentence_start + 1, c.sentence_stop - c.sentence_start) AS sentence,
         (SELECT group_concat(k.what || ' by ' || k.author, ', ') FROM (SELECT DISTINCT k.id, k.what, k.author FROM corrected x JOIN correction k ON k.id = x.correction WHERE x.claim = c.id AND k.what <> 'judge' AND x.overruled IS NULL ORDER BY k.at, k.id) k) AS corrected
  FROM shown JOIN page p ON p.id = shown.page JOIN document d ON d.coding = shown.coding JOIN claim c ON c.document = d.id
  LEFT JOIN matter_claim e ON e.claim = c.id LEFT JOIN matter m ON m.id = e.matter;
CREATE VIEW figures AS
  SELECT claims.*, c.value, c.high, c.unit, c.measure, c.period, c.change, c.from_value, c.to_value, c.record
  FROM claims JOIN claim c ON c.claim = claims.id JOIN document d ON d.id = c.document AND d.document = claims.document JOIN shown ON shown.coding = d.coding
  WHERE claims.kind IN ('figure', 'count');
CREATE VIEW matters AS
  SELECT name AS id, kind, type, mode, status, actors, recipients, words, unit, earliest, latest, time_basis, goldstein, low, high, agreement, mentions, documents,
         origins_named, origins_copied, origins_unknown, asserted, planned, denied, claim
  FROM matter;
CREATE VIEW events AS
  SELECT m.name AS id, m.type, m.mode, m.status, m.actors, m.recipients, m.earliest, m.latest, m.time_basis, m.goldstein, m.mentions, m.documents,
         m.origins_named, m.origins_copied, m.origins_unknown, m.asserted, m.planned, m.denied AS denials, m.claim,
         (SELECT json_group_array(o.name) FROM (SELECT a.name FROM outcome x JOIN matter a ON a.id = x.act WHERE x.plan = m.id AND x.what = 'happened' ORDER BY a.name) o) AS happened,
         (SELECT json_group_array(json(a.allegation)) FROM
            (SELECT json_object('claim', c.id, 'against', json(c.allegation_against), 'chain', json(c.chain), 'polarity', c.polarity, 'readings', c.readings,
                                'denials', json(c.allegation_denials)) AS allegation
             FROM claims c WHERE c.event = m.name AND c.allegation_against IS NOT NULL ORDER BY c.id) a) AS allegations
  FROM matter m WHERE m.kind = 'event';
CREATE VIEW disagreements AS
  SELECT g.id, g.about, m.name AS matter, o.name AS other, a.claim AS claim_a, b.claim AS claim_b, a.gist AS gist_a, b.gist AS gist_b
  FROM disagreement g JOIN matter m ON m.id = g.matter JOIN matter o ON o.id = g.other JOIN claim a ON a.id = g.claim_a JOIN claim b ON b.id = g.claim_b;
CREATE VIEW plans AS
  SELECT p.name AS plan, coalesce(x.what, CASE WHEN p.denied > 0 THEN 'cancelled' END) AS outcome, a.name AS event FROM matter p LEFT JOIN outcome x ON x.plan = p.id LEFT JOIN matter a ON a.id = x.act
  WHERE p.kind IN ('event', 'agreement') AND p.status = 'planned';
CREATE VIEW actors AS
  SELECT m.actor AS id, min(m.name) AS name, min(m.kind) AS kind, min(m.country) AS country, min(m.sector) AS sector,
         count(DISTINCT m.document) AS documents, count(*) AS mentions
  FROM shown JOIN document d ON d.coding = shown.coding JOIN mention m ON m.document = d.id
  WHERE NOT (m.kind = 'person' AND m.actor LIKE 'name:%') GROUP BY m.actor;
CREATE VIEW dyad_months AS
  SELECT a, b, month, events, cooperative, conflictual, CASE WHEN weighed > 0 THEN weight / 10.0 / weighed END AS goldstein FROM dyad_month;
-- Documents that are captures of one thing: of one address or, without one, at one place whose page had other bytes before.
CREATE VIEW versions AS
  WITH place AS (
    SELECT s.page, min(s.root || '/' || s.path) AS place FROM sighting s
    WHERE EXISTS (SELECT 1 FROM sighting o WHERE o.root = s.root AND o.path = s.path AND o.page <> s.page) GROUP BY s.page),
  capture AS (
    SELECT coalesce(d.address, place.place) || CASE WHEN (SELECT count(*) FROM document o WHERE o.coding = d.coding) > 1 THEN '#' || (d.n + 1) ELSE '' END AS family,
           d.document, p.digest AS page, (SELECT min(path) FROM path WHERE path.page = p.id) AS path, d.uri, d.published_earliest, d.published_latest,
           json_extract(c.given, '$.captured') AS captured, (SELECT min(run) FROM showing w WHERE w.page = p.id) AS run
    FROM shown JOIN page p ON p.id = shown.page JOIN coding c ON c.id = shown.coding JOIN document d ON d.coding = shown.coding LEFT JOIN place ON place.page = p.id)
  SELECT family, row_number() OVER (PARTITION BY family ORDER BY coalesce(captured, published_latest, '9999'), coalesce(run, 9e15), page) AS n, count(*) OVER (PARTITION BY family) AS of,
         document, page, path, uri, published_earliest, published_latest, captured, run
  FROM capture WHERE family IN (SELECT family FROM capture GROUP BY family HAVING count(DISTINCT page) > 1);
