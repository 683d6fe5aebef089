package noroshi.membership;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** SQL of reference data: categories, sectors, ministries, associations, regions. */
@Repository
class ReferenceStore {
    private final JdbcClient jdbc;

    ReferenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void save(Trait trait, NewReference reference) {
        switch (trait) {
            case CATEGORY -> category(reference).update();
            case SECTOR -> sector(reference).update();
            case MINISTRY -> ministry(reference).update();
            case ASSOCIATION -> association(reference).update();
            case REGION -> region(reference).update();
        }
    }

    private StatementSpec category(NewReference reference) {
        return common(reference, """
                insert into membership.category
                       (code, name_ja, name_en, valid_from, valid_to, info_sharing, support_coordination)
                values (:code, :name, :english, :from, :to, :sharing, :support)
                on conflict (code, valid_from) do update
                   set name_ja = excluded.name_ja, name_en = excluded.name_en, valid_to = excluded.valid_to,
                       info_sharing = excluded.info_sharing, support_coordination = excluded.support_coordination
                """)
                .param("sharing", Boolean.parseBoolean(reference.more("info_sharing", "true")))
                .param("support", Boolean.parseBoolean(reference.more("support_coordination", "false")));
    }

    private StatementSpec sector(NewReference reference) {
        return common(reference, """
                insert into membership.sector (code, name_ja, name_en, valid_from, valid_to, competent_ministry)
                values (:code, :name, :english, :from, :to, nullif(:ministry, ''))
                on conflict (code, valid_from) do update
                   set name_ja = excluded.name_ja, name_en = excluded.name_en, valid_to = excluded.valid_to,
                       competent_ministry = excluded.competent_ministry
                """).param("ministry", reference.more("competent_ministry", ""));
    }

    private StatementSpec ministry(NewReference reference) {
        return common(reference, """
                insert into membership.ministry (code, name_ja, name_en, valid_from, valid_to)
                values (:code, :name, :english, :from, :to)
                on conflict (code, valid_from) do update
                   set name_ja = excluded.name_ja, name_en = excluded.name_en, valid_to = excluded.valid_to
                """);
    }

    private StatementSpec region(NewReference reference) {
        return common(reference, """
                insert into membership.region (code, name_ja, name_en, valid_from, valid_to)
                values (:code, :name, :english, :from, :to)
                on conflict (code, valid_from) do update
                   set name_ja = excluded.name_ja, name_en = excluded.name_en, valid_to = excluded.valid_to
                """);
    }

    private StatementSpec association(NewReference reference) {
        return common(reference, """
                insert into membership.association
                       (code, name_ja, name_en, valid_from, valid_to, kind, secretariat, sector)
                values (:code, :name, :english, :from, :to, :kind, nullif(:secretariat, ''), nullif(:sector, ''))
                on conflict (code, valid_from) do update
                   set name_ja = excluded.name_ja, name_en = excluded.name_en, valid_to = excluded.valid_to,
                       kind = excluded.kind, secretariat = excluded.secretariat, sector = excluded.sector
                """)
                .param("kind", reference.more("kind", "ISAC"))
                .param("secretariat", reference.more("secretariat", ""))
                .param("sector", reference.more("sector", ""));
    }

    private StatementSpec common(NewReference reference, String sql) {
        return jdbc.sql(sql)
                .param("code", reference.code())
                .param("name", reference.name())
                .param("english", reference.nameEn())
                .param("from", reference.validFrom())
                .param("to", reference.validTo().orElse(null));
    }
}
