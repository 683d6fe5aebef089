package noroshi.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Tlp;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what reports draw from the tickets. */
@Repository
class ExtractStore {
    private final JdbcClient jdbc;

    ExtractStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The reports that the rule of a series names at a moment, and those already told of, whatever became of them. Who
     * only asked something agreed to the Centre alone.
     */
    List<Candidate> candidates(Rule rule, Collection<UUID> known, Instant at) {
        return jdbc.sql("""
                select s.matter, s.since, s.status, s.impact, s.extent, s.confirmed, s.visibility, s.effect, s.cause,
                       greatest(s.continuity, s.safety, s.other) as severity, s.team,
                       k.year, k.number, t.title, t.tlp, m.hidden, m.latest, m.opened_at, r.organisation
                  from desk.standing s
                  join desk.ticket k on k.matter = s.matter
                  join desk.matter m on m.topic = s.matter
                  join topic.readable t on t.id = s.matter
                  join desk.reporter r on r.matter = s.matter
                 where s.since <= :at and (s.until is null or s.until > :at)
                   and m.kind = 'REPORT'
                   and (s.matter = any (:known)
                        or s.status not in ('MERGED', 'WITHDRAWN')
                           and (s.impact = any (:impacts) or s.visibility = any (:visibilities)
                                or greatest(s.continuity, s.safety, s.other) >= :severity))
                 order by k.year, k.number
                """)
                .param("at", MatterStore.at(at))
                .param("known", known.toArray(UUID[]::new))
                .param("impacts", SeriesStore.names(rule.impacts()))
                .param("visibilities", SeriesStore.names(rule.visibilities()))
                .param("severity", rule.severity().orElse(null), Types.SMALLINT)
                .query(ExtractStore::candidate)
                .list();
    }

    private static Candidate candidate(ResultSet row, int n) throws SQLException {
        return new Candidate(
                MatterStore.id(row, "matter"),
                "%d-%03d".formatted(row.getInt("year"), row.getInt("number")),
                row.getString("title"),
                Tlp.valueOf(row.getString("tlp")),
                row.getBoolean("hidden") ? Optional.empty() : Optional.of(MatterStore.id(row, "organisation")),
                Status.valueOf(row.getString("status")),
                Optional.ofNullable(row.getString("effect")).map(Effect::valueOf),
                Impact.valueOf(row.getString("impact")),
                row.getString("extent"),
                row.getBoolean("confirmed"),
                Visibility.valueOf(row.getString("visibility")),
                Optional.ofNullable(row.getString("cause")).map(Cause::valueOf),
                number(row, "severity"),
                number(row, "team"),
                row.getString("latest"),
                MatterStore.instant(row, "opened_at"),
                MatterStore.instant(row, "since"));
    }

    private static Optional<Integer> number(ResultSet row, String column) throws SQLException {
        @Nullable Object found = row.getObject(column);
        return found == null ? Optional.empty() : Optional.of(((Number) found).intValue());
    }

    /** What was decided on these tickets, by matter, in order. */
    Map<UUID, List<String>> decisions(Collection<UUID> matters) {
        var decisions = new HashMap<UUID, List<String>>();
        if (!matters.isEmpty()) {
            jdbc.sql("select matter, body from desk.note where kind = 'DECISION' and matter in (:matters) order by at")
                    .param("matters", matters)
                    .query(row -> {
                        decisions
                                .computeIfAbsent(row.getObject("matter", UUID.class), any -> new ArrayList<>())
                                .add(row.getString("body"));
                    });
        }
        return decisions;
    }

    /** Which organisations help, or helped, with these matters. */
    Map<UUID, List<UUID>> agencies(Collection<UUID> matters) {
        var agencies = new HashMap<UUID, List<UUID>>();
        if (!matters.isEmpty()) {
            jdbc.sql("""
                    select distinct matter, organisation from desk.support
                     where matter in (:matters) and (verdict is null or verdict <> 'DECLINED') order by organisation
                    """).param("matters", matters).query(row -> {
                agencies.computeIfAbsent(row.getObject("matter", UUID.class), any -> new ArrayList<>())
                        .add(row.getObject("organisation", UUID.class));
            });
        }
        return agencies;
    }

    /** What the desk did between two moments, and what it has in hand at the second. */
    Map<UpwardReport.Activity, Integer> activity(Instant from, Instant to) {
        var counted = new EnumMap<UpwardReport.Activity, Integer>(UpwardReport.Activity.class);
        jdbc.sql("""
                select 'REPORTS' as what, count(*) as n from desk.matter
                 where kind = 'REPORT' and opened_at > :from and opened_at <= :to
                 union all
                select 'CONSULTATIONS', count(*) from desk.matter
                 where kind = 'CONSULTATION' and opened_at > :from and opened_at <= :to
                 union all
                select 'CLOSED', count(*) from desk.matter where closed_at > :from and closed_at <= :to and status = 'CLOSED'
                 union all
                select 'IN_HAND', count(*) from desk.standing
                 where since <= :to and (until is null or until > :to) and status not in ('CLOSED', 'MERGED', 'WITHDRAWN')
                 union all
                select 'SUPPORTS', count(*) from desk.support where asked_at > :from and asked_at <= :to
                """)
                .param("from", MatterStore.at(from))
                .param("to", MatterStore.at(to))
                .query(row -> {
                    counted.put(UpwardReport.Activity.valueOf(row.getString("what")), row.getInt("n"));
                });
        return counted;
    }

    /**
     * A ticket that is to be reported.
     *
     * @param since since when it has stood like this
     */
    record Candidate(
            UUID matter,
            String number,
            String title,
            Tlp tlp,
            Optional<UUID> organisation,
            Status status,
            Optional<Effect> effect,
            Impact impact,
            String extent,
            boolean confirmed,
            Visibility visibility,
            Optional<Cause> cause,
            Optional<Integer> severity,
            Optional<Integer> team,
            String latest,
            Instant openedAt,
            Instant since) {

        UpwardItem item(Optional<String> whose, boolean fresh, Optional<UpwardItem.Extract> record) {
            return new UpwardItem(
                    matter.toString(),
                    number,
                    kept() ? "" : title,
                    kept() ? Optional.empty() : whose,
                    effect,
                    impact,
                    kept() ? "" : extent,
                    Optional.of(confirmed),
                    visibility,
                    fresh,
                    status.over(),
                    kept() ? Optional.empty() : record,
                    Optional.of(tlp));
        }

        private boolean kept() {
            return UpwardItem.kept(tlp);
        }

        UpwardItem.Extract extract(List<String> agencies, List<String> decisions) {
            return new UpwardItem.Extract(openedAt, cause, severity, team, status, latest, agencies, decisions);
        }
    }
}
