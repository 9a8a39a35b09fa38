import type { SqlMigration } from '@tyovayla/kernel/sql-migration';

/** One column for each row of table 1: by how many people it grows. */
const growth = `
      all_jobseekers integer NOT NULL,
      unemployed_jobseekers integer NOT NULL,
      broad_unemployment integer NOT NULL,
      structural_unemployment integer NOT NULL,
      long_term_unemployed integer NOT NULL,
      ltu_equivalent integer NOT NULL,
      from_service_unemployed integer NOT NULL,
      service_to_service integer NOT NULL,
      under_25 integer NOT NULL,
      foreign_unemployed integer NOT NULL,
      ltu_under_60 integer NOT NULL,
      labour_market_subsidy_300 integer NOT NULL`;

/**
 * The projection, once per generation: a rebuild fills the next one beside the live one and moves the pointer.
 * `picture_day` says by how many people table 1 grows on a day in a municipality (or among the withheld);
 * `picture_month` is the same by month, so that a day's picture is read from months and the days of one month,
 * however many people and years there are.
 */
export const projection: SqlMigration = {
  name: 'Projection2001',
  up: [
    `CREATE TABLE projection_generation (
      generation integer NOT NULL CONSTRAINT projection_generation_pk PRIMARY KEY,
      position bigint NOT NULL,
      facts bigint NOT NULL
    )`,
    `CREATE TABLE projection_live (
      single boolean NOT NULL DEFAULT true CONSTRAINT projection_live_pk PRIMARY KEY
        CONSTRAINT projection_live_single CHECK (single),
      generation integer NOT NULL
    )`,
    'INSERT INTO projection_generation (generation, position, facts) VALUES (1, 0, 0)',
    'INSERT INTO projection_live (generation) VALUES (1)',
    `CREATE TABLE counted_person (
      generation integer NOT NULL,
      client_id text COLLATE "C" NOT NULL,
      picture jsonb NOT NULL,
      CONSTRAINT counted_person_pk PRIMARY KEY (generation, client_id)
    ) WITH (fillfactor = 80)`,
    `CREATE TABLE picture_day (
      generation integer NOT NULL,
      day date NOT NULL,
      counted_in text COLLATE "C" NOT NULL,${growth},
      CONSTRAINT picture_day_pk PRIMARY KEY (generation, day, counted_in)
    ) WITH (fillfactor = 70)`,
    `CREATE TABLE picture_month (
      generation integer NOT NULL,
      day date NOT NULL CONSTRAINT picture_month_first CHECK (date_trunc('month', day) = day),
      counted_in text COLLATE "C" NOT NULL,${growth},
      CONSTRAINT picture_month_pk PRIMARY KEY (generation, day, counted_in)
    ) WITH (fillfactor = 70)`,
    'GRANT SELECT, INSERT, UPDATE, DELETE ON projection_generation, counted_person, picture_day, picture_month TO :app',
    'GRANT SELECT, UPDATE ON projection_live TO :app',
  ],
};
