package noroshi.desk;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.membership.OrganisationName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what the desk is told by data: party lists. */
@Repository
class PartyStore {
    private final JdbcClient jdbc;

    PartyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whom the rules in force name for a reporter and a system; each once, with all it would see. */
    List<Proposed> proposed(UUID reporter, Optional<String> system, LocalDate today) {
        return jdbc.sql("""
                select o.id, o.code, o.name, o.name_en, min(p.trigger) as trigger, bool_or(p.damage) as damage,
                       bool_or(p.technical) as technical
                  from desk.party p
                  join membership.organisation o on o.id = p.organisation and o.status = 'active'
                 where p.valid_from <= :today and (p.valid_to is null or p.valid_to > :today)
                   and o.id <> :reporter and o.part <> 'CENTRE'
                   and (p.trigger = 'ALWAYS' or (p.trigger = 'SYSTEM' and p.code = :system)
                        or exists (select from membership.organisation_trait t
                                    where t.organisation = :reporter and t.trait = lower(p.trigger) and t.code = p.code
                                      and t.valid_from <= :today and (t.valid_to is null or t.valid_to > :today)))
                 group by o.id
                 order by min(array_position(array['MINISTRY', 'ALWAYS', 'REGION', 'ASSOCIATION', 'SYSTEM', 'SECTOR',
                                             'CATEGORY'],
                                             p.trigger)), o.name
                """)
                .param("reporter", reporter)
                .param("system", system.orElse(null), Types.VARCHAR)
                .param("today", today)
                .query((row, n) -> new Proposed(
                        new OrganisationName(
                                MatterStore.id(row, "id"),
                                row.getString("code"),
                                row.getString("name"),
                                row.getString("name_en")),
                        Trigger.valueOf(row.getString("trigger")),
                        row.getBoolean("damage"),
                        row.getBoolean("technical")))
                .list();
    }

    /** The organisations of these categories. */
    Set<UUID> of(Set<String> categories, LocalDate today) {
        return jdbc.sql("""
                select o.id from membership.organisation o
                 where o.status = 'active'
                   and exists (select from membership.organisation_trait t
                                where t.organisation = o.id and t.trait = 'category' and t.code = any (:categories)
                                  and t.valid_from <= :today and (t.valid_to is null or t.valid_to > :today))
                """)
                .param("categories", categories.toArray(String[]::new))
                .param("today", today)
                .query(UUID.class)
                .set();
    }

    List<SystemName> systems(LocalDate today) {
        return jdbc.sql("""
                select code, name_ja, name_en from desk.system
                 where valid_to is null or valid_to > :today order by name_ja
                """)
                .param("today", today)
                .query((row, n) ->
                        new SystemName(row.getString("code"), row.getString("name_ja"), row.getString("name_en")))
                .list();
    }

    boolean insertSystem(SystemName system) {
        return jdbc.sql("""
                        insert into desk.system (code, name_ja, name_en) values (:code, :ja, :en)
                        on conflict (code) do nothing
                        """)
                        .param("code", system.code())
                        .param("ja", system.nameJa())
                        .param("en", system.nameEn())
                        .update()
                == 1;
    }

    /** Whether there is anything of this kind that the code stands for today. */
    boolean known(Trigger trigger, String code, LocalDate today) {
        return jdbc.sql("""
                select exists (
                    select from (select 'MINISTRY' as kind, code, valid_to from membership.ministry
                                  union all select 'ASSOCIATION', code, valid_to from membership.association
                                  union all select 'SECTOR', code, valid_to from membership.sector
                                  union all select 'CATEGORY', code, valid_to from membership.category
                                  union all select 'REGION', code, valid_to from membership.region
                                  union all select 'SYSTEM', code, valid_to from desk.system) k
                     where k.kind = :kind and k.code = :code and (k.valid_to is null or k.valid_to > :today))
                """)
                .param("kind", trigger.name())
                .param("code", code)
                .param("today", today)
                .query(Boolean.class)
                .single();
    }

    List<Party> parties(LocalDate today) {
        return jdbc.sql("""
                select id, trigger, code, organisation, damage, technical, valid_from from desk.party
                 where valid_to is null or valid_to > :today order by trigger, code, organisation
                """)
                .param("today", today)
                .query((row, n) -> new Party(
                        MatterStore.id(row, "id"),
                        Trigger.valueOf(row.getString("trigger")),
                        row.getString("code"),
                        MatterStore.id(row, "organisation"),
                        row.getBoolean("damage"),
                        row.getBoolean("technical"),
                        row.getObject("valid_from", LocalDate.class)))
                .list();
    }

    boolean insert(Party party) {
        return jdbc.sql("""
                        insert into desk.party (id, trigger, code, organisation, damage, technical, valid_from)
                        values (:id, :trigger, :code, :organisation, :damage, :technical, :from)
                        on conflict do nothing
                        """)
                        .param("id", party.id())
                        .param("trigger", party.trigger().name())
                        .param("code", party.code())
                        .param("organisation", party.organisation())
                        .param("damage", party.damage())
                        .param("technical", party.technical())
                        .param("from", party.from())
                        .update()
                == 1;
    }

    boolean end(UUID party, LocalDate today) {
        return jdbc.sql("update desk.party set valid_to = :today where id = :id and valid_to is null")
                        .param("id", party)
                        .param("today", today)
                        .update()
                == 1;
    }
}
