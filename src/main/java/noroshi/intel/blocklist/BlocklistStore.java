package noroshi.intel.blocklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.intel.IndicatorType;
import noroshi.intel.Spelling;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of block lists: what is in them, what may go to whom, and what went. */
@Repository
class BlocklistStore {
    private static final String SELECT =
            "select b.id, b.title, b.note, b.tlp, b.made_by, b.made_at, b.taken_back_at, b.why from intel.blocklist b";

    private final JdbcClient jdbc;

    BlocklistStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean blocking() {
        return jdbc.sql("select intel.blocking()").query(Boolean.class).single();
    }

    void add(UUID id, NewBlocklist made, Actor actor, Instant now) {
        jdbc.sql("""
                insert into intel.blocklist (id, title, note, tlp, made_by, made_at)
                values (:id, :title, :note, :tlp, :by, :now)
                """)
                .param("id", id)
                .param("title", made.title())
                .param("note", made.note())
                .param("tlp", made.tlp().name())
                .param("by", actor.person())
                .param("now", at(now))
                .update();
        jdbc.sql("""
                insert into intel.blocklist_value (list, value, type, text)
                select :id, n.id, t.type, t.text
                  from unnest(:types, :texts) with ordinality as t(type, text, place)
                  join intel.name_values(:types, :texts) n on n.place = t.place
                """)
                .param("id", id)
                .param(
                        "types",
                        made.forms().stream().map(form -> form.type().code()).toArray(String[]::new))
                .param("texts", made.forms().stream().map(Spelling.Form::value).toArray(String[]::new))
                .update();
    }

    Optional<Blocklist> find(UUID id) {
        return jdbc.sql(SELECT + " where b.id = :id")
                .param("id", id)
                .query(BlocklistStore::list)
                .optional();
    }

    /** The list as it is now, held until the transaction ends: it is pushed or taken back, one after the other. */
    Optional<Blocklist> hold(UUID id) {
        return jdbc.sql(SELECT + " where b.id = :id for update of b")
                .param("id", id)
                .query(BlocklistStore::list)
                .optional();
    }

    List<Blocklist> newest(int most) {
        return jdbc.sql(SELECT + " order by b.made_at desc, b.id limit :most")
                .param("most", most)
                .query(BlocklistStore::list)
                .list();
    }

    List<Entry> entries(UUID list) {
        return jdbc.sql("select value, type, text from intel.blocklist_value where list = :list order by type, text")
                .param("list", list)
                .query(BlocklistStore::entry)
                .list();
    }

    /** What somebody says that the reader reads, under a label that lets it go on. */
    Set<UUID> saidElsewhere(UUID list) {
        return Set.copyOf(jdbc.sql("""
                select distinct s.value
                  from intel.blocklist_value v join intel.said s on s.value = v.value
                 where v.list = :list and s.withdrawn_at is null and s.alone and s.tlp <> 'RED'
                   and (s.valid_until is null or s.valid_until > now())
                """).param("list", list).query(UUID.class).list());
    }

    /** What of these values is blocked somewhere, for what follows afterwards. */
    List<Entry> live() {
        return jdbc.sql("""
                select distinct v.value, v.type, v.text
                  from intel.blocklist_value v
                 where exists (select from intel.blocklist_sent s
                                where s.list = v.list and s.value = v.value and s.taken_back_at is null)
                """).query(BlocklistStore::entry).list();
    }

    List<Reach> reach(UUID list, Collection<UUID> organisations) {
        return jdbc.sql("select * from intel.blocklist_reach(:list, :organisations)")
                .param("list", list)
                .param("organisations", organisations.toArray(UUID[]::new))
                .query((row, n) -> new Reach(
                        row.getObject("organisation", UUID.class),
                        row.getObject("value", UUID.class),
                        Tlp.valueOf(row.getString("tlp")),
                        Reach.Basis.valueOf(row.getString("basis").toUpperCase(Locale.ROOT)),
                        Optional.ofNullable(row.getString("refusal"))
                                .map(why -> Reach.Refusal.valueOf(why.toUpperCase(Locale.ROOT)))))
                .list();
    }

    void push(UUID list, UUID organisation, Actor actor, Instant now, Instant due) {
        jdbc.sql("""
                insert into intel.blocklist_push (list, organisation, pushed_by, pushed_at, due_at)
                values (:list, :organisation, :by, :now, :due)
                """)
                .param("list", list)
                .param("organisation", organisation)
                .param("by", actor.person())
                .param("now", at(now))
                .param("due", at(due))
                .update();
    }

    void send(UUID list, List<Reach> going, Instant now) {
        jdbc.sql("""
                insert into intel.blocklist_sent (list, organisation, value, tlp, basis, sent_at)
                select :list, n.organisation, n.value, n.tlp, n.basis, :now
                  from unnest(:organisations, :values, :labels, :bases) as n(organisation, value, tlp, basis)
                """)
                .param("list", list)
                .param("organisations", going.stream().map(Reach::organisation).toArray(UUID[]::new))
                .param("values", going.stream().map(Reach::value).toArray(UUID[]::new))
                .param("labels", going.stream().map(each -> each.tlp().name()).toArray(String[]::new))
                .param(
                        "bases",
                        going.stream()
                                .map(each -> each.basis().name().toLowerCase(Locale.ROOT))
                                .toArray(String[]::new))
                .param("now", at(now))
                .update();
    }

    List<Sent> sent(UUID list, Optional<UUID> organisation) {
        return jdbc.sql("""
                select s.organisation, s.value, v.type, v.text, s.tlp, s.sent_at, s.taken_back_at, s.how, s.why
                  from intel.blocklist_sent s
                  join intel.blocklist_value v on v.list = s.list and v.value = s.value
                 where s.list = :list and (:all or s.organisation = :organisation)
                 order by s.organisation, v.type, v.text
                """)
                .param("list", list)
                .param("all", organisation.isEmpty())
                .param("organisation", organisation.orElse(list))
                .query((row, n) -> new Sent(
                        row.getObject("organisation", UUID.class),
                        entry(row, n),
                        Tlp.valueOf(row.getString("tlp")),
                        instant(row, "sent_at").orElseThrow(),
                        instant(row, "taken_back_at")
                                .map(at -> new Blocklist.TakenBack(at, how(row), text(row, "why")))))
                .list();
    }

    /** Takes values back wherever they went, or in one list alone; answers with the lists that changed. */
    Set<UUID> takeBack(Optional<UUID> list, List<UUID> values, Blocklist.TakenBack back, Instant due) {
        return Set.copyOf(jdbc.sql("""
                with gone as (
                    update intel.blocklist_sent
                       set taken_back_at = :at, how = :how, why = :why
                     where value = any (:values) and taken_back_at is null and (:everywhere or list = :list)
                    returning list, organisation),
                chased as (
                    update intel.blocklist_push p set due_at = :due
                      from (select distinct list, organisation from gone) g
                     where p.list = g.list and p.organisation = g.organisation
                    returning p.list)
                select distinct list from chased
                """)
                .param("at", at(back.at()))
                .param("how", back.how().name().toLowerCase(Locale.ROOT))
                .param("why", back.why())
                .param("values", values.toArray(UUID[]::new))
                .param("everywhere", list.isEmpty())
                .param("list", list.orElse(new UUID(0, 0)))
                .param("due", at(due))
                .query(UUID.class)
                .list());
    }

    boolean close(UUID list, String why, Actor actor, Instant now) {
        return jdbc.sql("""
                        update intel.blocklist set taken_back_at = :now, taken_back_by = :by, why = :why
                         where id = :id and taken_back_at is null
                        """)
                        .param("id", list)
                        .param("now", at(now))
                        .param("by", actor.person())
                        .param("why", why)
                        .update()
                > 0;
    }

    Set<UUID> follow(Instant now, Instant due) {
        return Set.copyOf(jdbc.sql("select * from intel.follow_blocklists(:now, :due)")
                .param("now", at(now))
                .param("due", at(due))
                .query(UUID.class)
                .list());
    }

    /** A bulletin that names values. */
    record Naming(UUID topic, String title, int values) {}

    List<Naming> naming(int most) {
        return jdbc.sql("""
                select s.topic, s.title, count(*)::integer as values
                  from intel.said s
                 where s.topic is not null and s.withdrawn_at is null
                 group by s.topic, s.title
                 order by max(s.last_at) desc, s.topic limit :most
                """)
                .param("most", most)
                .query((row, n) ->
                        new Naming(row.getObject("topic", UUID.class), row.getString("title"), row.getInt("values")))
                .list();
    }

    List<String> named(UUID topic, int most) {
        return jdbc.sql("""
                select w.value
                  from intel.words_of(array(select c.value from intel.citation c
                                             where c.topic = :topic and c.withdrawn_at is null)) w
                 order by w.type, w.value limit :most
                """)
                .param("topic", topic)
                .param("most", most)
                .query(String.class)
                .list();
    }

    Set<UUID> providers() {
        return Set.copyOf(
                jdbc.sql("select id from membership.organisation where part = 'CTI_PROVIDER' and status = 'active'")
                        .query(UUID.class)
                        .list());
    }

    private static Blocklist.How how(ResultSet row) {
        return Blocklist.How.valueOf(text(row, "how").toUpperCase(Locale.ROOT));
    }

    private static String text(ResultSet row, String column) {
        try {
            return row.getString(column);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Entry entry(ResultSet row, int n) throws SQLException {
        return new Entry(
                row.getObject("value", UUID.class),
                new Spelling.Form(IndicatorType.of(row.getString("type")), row.getString("text")));
    }

    private static Blocklist list(ResultSet row, int n) throws SQLException {
        return new Blocklist(
                row.getObject("id", UUID.class),
                row.getString("title"),
                row.getString("note"),
                Tlp.valueOf(row.getString("tlp")),
                row.getObject("made_by", UUID.class),
                instant(row, "made_at").orElseThrow(),
                instant(row, "taken_back_at")
                        .map(at -> new Blocklist.TakenBack(at, Blocklist.How.PERSON, text(row, "why"))));
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
