package noroshi.topic;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of communities that readers follow or mute. */
@Repository
class FollowedCommunityStore {
    private final JdbcClient jdbc;

    FollowedCommunityStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Following> mode(UUID community, UUID person) {
        return jdbc.sql("select mode from topic.community_follow where community = :community and person = :person")
                .param("community", community)
                .param("person", person)
                .query((row, n) -> Following.valueOf(row.getString("mode").toUpperCase(Locale.ROOT)))
                .optional();
    }

    void follow(UUID community, Optional<Following> mode, UUID person) {
        jdbc.sql("delete from topic.community_follow where community = :community and person = :person")
                .param("community", community)
                .param("person", person)
                .update();
        mode.ifPresent(chosen -> jdbc.sql("""
                        insert into topic.community_follow (community, person, mode) values (:community, :person, :mode)
                        """)
                .param("community", community)
                .param("person", person)
                .param("mode", chosen.name().toLowerCase(Locale.ROOT))
                .update());
    }
}
