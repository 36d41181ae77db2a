-- What people and other programs read, in SQL that programs of 2020 know as well. Made anew whenever the schema's number rises.
DROP VIEW IF EXISTS figures;
DROP VIEW IF EXISTS claims;
DROP VIEW IF EXISTS events;
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
         c.certainty, c.polarity, c.readings, c.confidence, c.chain, c.origin, c.origin_kind, c.rule, e.event,
         json_extract(c.allegation, '$.against') AS allegation_against,
         CASE WHEN c.allegation IS NOT NULL THEN
           (SELECT json_group_array(json_object(
              'by', json_extract(n.value, '$.by'),
              'sentence', substr(d.text, json_extract(n.value, '$.start') + 1, json_extract(n.value, '$.stop') - json_extract(n.value, '$.start')),
              'claim', json_extract(n.value, '$.claim')))
            FROM json_each(c.allegation, '$.denials') n) END AS allegation_denials,
         d.document, p.digest AS page, d.publisher, c.start, c.stop, substr(d.text, c.start + 1, c.stop - c.start) AS quote,
         substr(d.text, c.sentence_start + 1, c.sentence_stop - c.sentence_start) AS sentence
  FROM shown JOIN page p ON p.id = shown.page JOIN document d ON d.coding = shown.coding JOIN claim c ON c.document = d.id
  LEFT JOIN event_claim e ON e.claim = c.id;
CREATE VIEW figures AS
  SELECT claims.*, c.value, c.high, c.unit, c.measure, c.period, c.change, c.from_value, c.to_value, c.record
  FROM claims JOIN claim c ON c.claim = claims.id JOIN document d ON d.id = c.document AND d.document = claims.document JOIN shown ON shown.coding = d.coding
  WHERE claims.kind IN ('figure', 'count');
CREATE VIEW events AS
  SELECT event.*,
         (SELECT json_group_array(json(a.allegation)) FROM
            (SELECT json_object('claim', c.id, 'against', json(c.allegation_against), 'chain', json(c.chain), 'polarity', c.polarity, 'readings', c.readings,
                                'denials', json(c.allegation_denials)) AS allegation
             FROM claims c WHERE c.event = event.id AND c.allegation_against IS NOT NULL ORDER BY c.id) a) AS allegations
  FROM event;
CREATE VIEW actors AS
  SELECT m.actor AS id, min(m.name) AS name, min(m.kind) AS kind, min(m.country) AS country, min(m.sector) AS sector,
         count(DISTINCT m.document) AS documents, count(*) AS mentions
  FROM shown JOIN document d ON d.coding = shown.coding JOIN mention m ON m.document = d.id
  WHERE NOT (m.kind = 'person' AND m.actor LIKE 'name:%') GROUP BY m.actor;
CREATE VIEW dyad_months AS
  SELECT x.a, x.b, substr(e.earliest, 1, 7) AS month, count(*) AS events, sum(e.goldstein > 0) AS cooperative, sum(e.goldstein < 0) AS conflictual,
         avg(e.goldstein) AS goldstein
  FROM event e JOIN event_dyad x ON x.event = e.id
  WHERE e.status = 'told' AND e.denials < e.mentions AND substr(e.earliest, 1, 7) = substr(e.latest, 1, 7) GROUP BY x.a, x.b, month;
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
