package noroshi.membership;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import noroshi.shared.Window;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of organisations as the Centre administers them. */
@Repository
class OrganisationStore {
    private final JdbcClient jdbc;

    OrganisationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<OrganisationRow> list(OrganisationFilter filter, LocalDate today, Locale locale, Window window) {
        return jdbc.sql("""
                select o.id, o.code, o.name, o.name_en, o.status,
                       coalesce((select string_agg(case when :english then c.name_en else c.name_ja end, '、'
                                                   order by c.code)
                                   from membership.organisation_trait t
                                   join membership.category c on c.code = t.code
                                        and c.valid_from <= :today and (c.valid_to is null or c.valid_to > :today)
                                  where t.organisation = o.id and t.trait = 'category'
                                    and t.valid_from <= :today and (t.valid_to is null or t.valid_to > :today)),
                                '') as categories,
                       (select count(*) from membership.seat s
                         where s.organisation = o.id and s.until is null) as people,
                       (select max(p.last_seen_at) from membership.seat s
                          join membership.person p on p.id = s.person
                         where s.organisation = o.id and s.until is null) as last_seen
                  from membership.organisation o
                 where (:words = '%%' or (o.name || ' ' || o.name_en || ' ' || o.code) ilike :words)
                   and (:status = '' or o.status = :status)
                   and (:category = '' or exists (
                           select from membership.organisation_trait t
                            where t.organisation = o.id and t.trait = 'category' and t.code = :category
                              and t.valid_from <= :today and (t.valid_to is null or t.valid_to > :today)))
                 order by o.name, o.id
                 limit :size offset :offset
                """)
                .param("english", locale.getLanguage().equals("en"))
                .param("today", today)
                .param("words", Like.containing(filter.words().strip()))
                .param("status", filter.status().map(OrganisationStore::lower).orElse(""))
                .param("category", filter.category())
                .param("size", window.size())
                .param("offset", window.offset())
                .query((row, n) -> new OrganisationRow(
                        new OrganisationName(
                                row.getObject("id", UUID.class),
                                row.getString("code"),
                                row.getString("name"),
                                row.getString("name_en")),
                        Organisation.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                        row.getString("categories"),
                        row.getInt("people"),
                        Optional.ofNullable(row.getTimestamp("last_seen")).map(at -> at.toInstant())))
                .list();
    }

    /** The code is free; false when another organisation has it. */
    boolean found(UUID id, NewOrganisation organisation, Organisation.Status status) {
        return jdbc.sql("""
                        insert into membership.organisation (id, code, name, name_en, part, status)
                        values (:id, :code, :name, :english, :part, :status)
                        on conflict (code) do nothing
                        """)
                        .param("id", id)
                        .param("code", organisation.code())
                        .param("name", organisation.name())
                        .param("english", organisation.nameEn())
                        .param("part", organisation.part().name())
                        .param("status", lower(status))
                        .update()
                == 1;
    }

    Optional<Organisation.Status> lock(UUID id) {
        return jdbc.sql("select status from membership.organisation where id = :id for update")
                .param("id", id)
                .query((row, n) -> Organisation.Status.valueOf(row.getString(1).toUpperCase(Locale.ROOT)))
                .optional();
    }

    void move(UUID id, Organisation.Status to, LocalDate today) {
        jdbc.sql("""
                update membership.organisation
                   set status = :to,
                       joined_on = case when :to = 'active' then coalesce(joined_on, :today) else joined_on end,
                       left_on = case when :to = 'withdrawn' then :today end
                 where id = :id
                """)
                .param("id", id)
                .param("to", lower(to))
                .param("today", today)
                .update();
    }

    void rename(UUID id, String name, String nameEn, Contact contact) {
        jdbc.sql("""
                update membership.organisation set name = :name, name_en = :english, window_phone = :phone,
                       contact_always = :always, contact_shown = :shown
                 where id = :id
                """)
                .param("id", id)
                .param("name", name)
                .param("english", nameEn)
                .param("phone", contact.phone().isEmpty() ? null : contact.phone())
                .param("always", contact.always())
                .param("shown", contact.shown().name().toLowerCase(Locale.ROOT))
                .update();
    }

    Map<Trait, Set<String>> traits(UUID organisation, LocalDate today) {
        var found = new EnumMap<Trait, Set<String>>(Trait.class);
        found.putAll(jdbc
                .sql("""
                select trait, code from membership.organisation_trait
                 where organisation = :id and valid_from <= :today and (valid_to is null or valid_to > :today)
                """)
                .param("id", organisation)
                .param("today", today)
                .query((row, n) -> Map.entry(
                        Trait.valueOf(row.getString("trait").toUpperCase(Locale.ROOT)), row.getString("code")))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toCollection(TreeSet::new)))));
        return found;
    }

    /** Days on which nothing was are of no interest: they stand for a plan that was given up. */
    List<Period> periods(UUID organisation) {
        var references = Arrays.stream(Trait.values())
                .map(trait -> "select '%1$s' as trait, code, name_ja, name_en, valid_from from membership.%1$s"
                        .formatted(trait.code()))
                .collect(joining(" union all "));
        return jdbc.sql("""
                select t.trait, t.code, t.valid_from, t.valid_to, coalesce(n.name_ja, t.code) as name_ja,
                       coalesce(n.name_en, t.code) as name_en
                  from membership.organisation_trait t
                  left join lateral (select r.name_ja, r.name_en from (%s) r
                                      where r.trait = t.trait and r.code = t.code
                                      order by (r.valid_from <= t.valid_from) desc, r.valid_from desc limit 1) n on true
                 where t.organisation = :id and (t.valid_to is null or t.valid_to > t.valid_from)
                 order by t.trait, t.valid_from desc, t.code
                """.formatted(references))
                .param("id", organisation)
                .query((row, n) -> new Period(
                        Trait.valueOf(row.getString("trait").toUpperCase(Locale.ROOT)),
                        new Reference(row.getString("code"), row.getString("name_ja"), row.getString("name_en")),
                        row.getObject("valid_from", LocalDate.class),
                        Optional.ofNullable(row.getObject("valid_to", LocalDate.class))))
                .list();
    }

    /** From that day on the organisation is exactly this; what it was before keeps its dates. */
    void be(UUID organisation, Trait trait, Set<String> codes, LocalDate from) {
        jdbc.sql("""
                update membership.organisation_trait
                   set valid_to = case when valid_from > :from then valid_from
                                       when code = any (:codes) then null
                                       else :from end
                 where organisation = :id and trait = :trait
                   and (valid_from > :from
                        or valid_to > :from
                        or (valid_to is null and not code = any (:codes)))
                """)
                .param("id", organisation)
                .param("trait", trait.code())
                .param("codes", codes.toArray(String[]::new))
                .param("from", from)
                .update();
        jdbc.sql("""
                insert into membership.organisation_trait (organisation, trait, code, valid_from)
                select :id, :trait, wanted.code, :from from unnest(:codes) as wanted (code)
                 where not exists (
                       select from membership.organisation_trait t
                        where t.organisation = :id and t.trait = :trait and t.code = wanted.code
                          and t.valid_from <= :from and (t.valid_to is null or t.valid_to > :from))
                on conflict (organisation, trait, code, valid_from) do update set valid_to = null
                """)
                .param("id", organisation)
                .param("trait", trait.code())
                .param("codes", codes.toArray(String[]::new))
                .param("from", from)
                .update();
    }

    Set<Entitlement> entitlements(UUID organisation, LocalDate today) {
        var entitled = EnumSet.noneOf(Entitlement.class);
        jdbc.sql("""
                select bool_or(c.info_sharing) as sharing, bool_or(c.support_coordination) as support
                  from membership.organisation_trait t
                  join membership.category c on c.code = t.code
                       and c.valid_from <= :today and (c.valid_to is null or c.valid_to > :today)
                 where t.organisation = :id and t.trait = 'category'
                   and t.valid_from <= :today and (t.valid_to is null or t.valid_to > :today)
                """).param("id", organisation).param("today", today).query(row -> {
            if (row.getBoolean("sharing")) {
                entitled.add(Entitlement.INFO_SHARING);
            }
            if (row.getBoolean("support")) {
                entitled.add(Entitlement.SUPPORT_COORDINATION);
            }
        });
        return entitled;
    }

    /** What may be chosen today. */
    List<Reference> references(Trait trait, LocalDate today) {
        return jdbc.sql("""
                select code, name_ja, name_en from membership.%s
                 where valid_from <= :today and (valid_to is null or valid_to > :today)
                 order by code
                """.formatted(trait.code()))
                .param("today", today)
                .query((row, n) ->
                        new Reference(row.getString("code"), row.getString("name_ja"), row.getString("name_en")))
                .list();
    }

    private static String lower(Organisation.Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
