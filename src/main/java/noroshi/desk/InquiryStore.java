package noroshi.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of questions to the event owner. Whoever is asked cannot select what they are about. */
@Repository
class InquiryStore {
    private static final String SELECT = """
            select id, organisation, words, asked_at, impact, extent, answered_at from desk.inquiry
            """;

    private final JdbcClient jdbc;

    InquiryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The organisations that keep an event owner's liaison seat. */
    List<UUID> owners() {
        return jdbc.sql("""
                select f.organisation from membership.office f
                  join membership.organisation o on o.id = f.organisation and o.status = 'active'
                 where f.kind = 'liaison_oc' order by o.code
                """).query(UUID.class).list();
    }

    /** Whether it was asked; one question at a time is open with each of them. */
    boolean insert(UUID id, UUID matter, UUID organisation, UUID office, String words, Instant now, Actor actor) {
        return jdbc.sql("""
                        insert into desk.inquiry (id, matter, organisation, office, words, asked_at, asked_by)
                        values (:id, :matter, :organisation, :office, :words, :now, :by) on conflict do nothing
                        """)
                        .param("id", id)
                        .param("matter", matter)
                        .param("organisation", organisation)
                        .param("office", office)
                        .param("words", words)
                        .param("now", MatterStore.at(now))
                        .param("by", actor.person())
                        .update()
                == 1;
    }

    /** Of one matter, newest first; nothing for anybody but the desk. */
    List<Inquiry> of(UUID matter) {
        return jdbc.sql(SELECT + " where id in (select desk.inquiries(:matter)) order by asked_at desc, id")
                .param("matter", matter)
                .query(InquiryStore::inquiry)
                .list();
    }

    /** What the reader's own offices were asked and have not answered. */
    List<Inquiry> open() {
        return jdbc.sql(SELECT + " where answered_at is null and desk.answers_for(office) order by asked_at, id")
                .query(InquiryStore::inquiry)
                .list();
    }

    Optional<Inquiry> find(UUID id) {
        return jdbc.sql(SELECT + " where id = :id and desk.answers_for(office)")
                .param("id", id)
                .query(InquiryStore::inquiry)
                .optional();
    }

    /** Whether it was open. */
    boolean answer(UUID id, Impact impact, String extent, Instant now) {
        return jdbc.sql("select desk.confirm_impact(:id, :impact, :extent, :now)")
                .param("id", id)
                .param("impact", impact.name())
                .param("extent", extent)
                .param("now", MatterStore.at(now))
                .query(Boolean.class)
                .single();
    }

    private static Inquiry inquiry(ResultSet row, int n) throws SQLException {
        return new Inquiry(
                MatterStore.id(row, "id"),
                MatterStore.id(row, "organisation"),
                row.getString("words"),
                MatterStore.instant(row, "asked_at"),
                Optional.ofNullable(row.getString("impact")).map(Impact::valueOf),
                row.getString("extent"),
                MatterStore.moment(row, "answered_at"));
    }
}
