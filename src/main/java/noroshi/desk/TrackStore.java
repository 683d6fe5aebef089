package noroshi.desk;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what the police do beside a matter. */
@Repository
class TrackStore {
    private final JdbcClient jdbc;

    TrackStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that the reader may see, the oldest first; of the others there is no trace. */
    List<Track> of(UUID matter) {
        return jdbc.sql("""
                select id, organisation, office, task, reporter, opened_at from desk.track
                 where matter = :matter order by opened_at, id
                """)
                .param("matter", matter)
                .query((row, n) -> new Track(
                        MatterStore.id(row, "id"),
                        MatterStore.id(row, "organisation"),
                        MatterStore.id(row, "office"),
                        TrackTask.valueOf(row.getString("task")),
                        row.getBoolean("reporter"),
                        named(MatterStore.id(row, "id")),
                        MatterStore.instant(row, "opened_at"),
                        words(MatterStore.id(row, "id"))))
                .list();
    }

    private List<UUID> named(UUID track) {
        return jdbc.sql("select organisation from desk.track_reader where track = :track order by organisation")
                .param("track", track)
                .query(UUID.class)
                .list();
    }

    private List<Track.Word> words(UUID track) {
        return jdbc.sql("select at, state, body from desk.track_word where track = :track order by at desc, id")
                .param("track", track)
                .query((row, n) -> new Track.Word(
                        MatterStore.instant(row, "at"),
                        TrackState.valueOf(row.getString("state")),
                        row.getString("body")))
                .list();
    }

    /** Whether this organisation, whose window the reader keeps, is told of the matter of somebody else. */
    boolean told(UUID matter, UUID organisation) {
        return jdbc.sql("select desk.told(:matter, :organisation)")
                .param("matter", matter)
                .param("organisation", organisation)
                .query(Boolean.class)
                .single();
    }

    boolean holds(UUID office) {
        return jdbc.sql("select desk.answers_for(:office)")
                .param("office", office)
                .query(Boolean.class)
                .single();
    }

    /** A track of this organisation, kept from others until the transaction ends. */
    boolean lock(UUID track) {
        return jdbc.sql("select id from desk.track where id = :track for no key update")
                .param("track", track)
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    /** Nothing if it was opened before. */
    Optional<UUID> insert(
            UUID matter, UUID organisation, UUID office, TrackTask task, boolean reporter, Instant now, Actor actor) {
        var id = UUID.randomUUID();
        var inserted = jdbc.sql("""
                insert into desk.track (id, matter, organisation, office, task, reporter, opened_at, opened_by)
                values (:id, :matter, :organisation, :office, :task, :reporter, :now, :by)
                on conflict do nothing
                """)
                .param("id", id)
                .param("matter", matter)
                .param("organisation", organisation)
                .param("office", office)
                .param("task", task.name())
                .param("reporter", reporter)
                .param("now", MatterStore.at(now))
                .param("by", actor.person())
                .update();
        return inserted == 1 ? Optional.of(id) : Optional.empty();
    }

    UUID say(UUID track, TrackState state, String body, Instant now, Actor actor) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                insert into desk.track_word (id, track, at, person, state, body)
                values (:id, :track, :now, :person, :state, :body)
                """)
                .param("id", id)
                .param("track", track)
                .param("now", MatterStore.at(now))
                .param("person", actor.person())
                .param("state", state.name())
                .param("body", body)
                .update();
        return id;
    }

    void show(UUID track, boolean reporter) {
        jdbc.sql("update desk.track set reporter = :reporter where id = :track")
                .param("track", track)
                .param("reporter", reporter)
                .update();
    }

    void name(UUID track, Collection<UUID> before, Map<UUID, UUID> windows) {
        var gone = new HashSet<>(before);
        gone.removeAll(windows.keySet());
        gone.forEach(organisation -> jdbc.sql(
                        "delete from desk.track_reader where track = :track and organisation = :organisation")
                .param("track", track)
                .param("organisation", organisation)
                .update());
        Set<UUID> known = Set.copyOf(before);
        windows.forEach((organisation, office) -> {
            if (!known.contains(organisation)) {
                jdbc.sql("""
                        insert into desk.track_reader (track, organisation, office)
                        values (:track, :organisation, :office) on conflict do nothing
                        """)
                        .param("track", track)
                        .param("organisation", organisation)
                        .param("office", office)
                        .update();
            }
        });
    }
}
