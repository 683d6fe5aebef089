package noroshi.topic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.community.Admissions;
import noroshi.community.Communities;
import noroshi.community.NewCommunity;
import noroshi.community.OccasionKind;
import noroshi.community.Occasions;
import noroshi.community.Profile;
import noroshi.community.Wording;
import noroshi.membership.Members;
import noroshi.shared.Actor;
import noroshi.shared.Role;
import noroshi.shared.Tlp;
import noroshi.site.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A secretariat starts a community with its first topics, roles and rhythm: all of it, or nothing. */
@Service
@Transactional
public class StarterKit {
    private static final int MONTHS = 6;
    private static final List<OccasionKind> ORDER =
            List.of(OccasionKind.EXERCISE, OccasionKind.CHECK, OccasionKind.NEWS, OccasionKind.STUDY);

    private final Communities communities;
    private final Admissions admissions;
    private final Occasions occasions;
    private final Members members;
    private final Topics topics;
    private final Pins pins;
    private final Words words;

    StarterKit(
            Communities communities,
            Admissions admissions,
            Occasions occasions,
            Members members,
            Topics topics,
            Pins pins,
            Words words) {
        this.communities = communities;
        this.admissions = admissions;
        this.occasions = occasions;
        this.members = members;
        this.topics = topics;
        this.pins = pins;
        this.words = words;
    }

    /** Whether the actor starts communities. */
    public boolean mayStart(Actor actor) {
        return actor.is(Role.COMMUNITY_LEAD) || actor.is(Role.ADMINISTRATOR);
    }

    /** Starts it; the actor leads it. */
    public UUID start(Kit kit, Actor actor) {
        actor.require(Role.COMMUNITY_LEAD, Role.ADMINISTRATOR);
        var meaning = both("topic.kit.meaning");
        var profile = new Profile(kit.name(), both("topic.kit.charter"), kit.goal(), meaning, colour(kit.code()));
        var id = communities.found(new NewCommunity(kit.code(), kit.kind(), profile, actor.person()), actor);
        kit.deputy().ifPresent(login -> name(id, login, actor));
        for (var part : ORDER) {
            var months = kit.parts().get(part);
            if (months != null) {
                post(id, part.name().toLowerCase(Locale.ROOT), kit.language(), actor);
                plan(id, part, months, kit, actor);
            }
        }
        pins.pin(id, post(id, "welcome", kit.language(), actor), actor);
        return id;
    }

    private void name(UUID id, String login, Actor actor) {
        admissions.invite(id, login, actor);
        members.byLogin(login.strip()).ifPresent(deputy -> admissions.lead(id, deputy.id(), true, actor));
    }

    private void plan(UUID id, OccasionKind part, int months, Kit kit, Actor actor) {
        var name = both("topic.kit.occasion." + part.name().toLowerCase(Locale.ROOT));
        for (var month = 0; month < MONTHS; month += months) {
            occasions.add(id, part, name, kit.first().plusMonths(month), actor);
        }
    }

    private UUID post(UUID community, String part, Locale language, Actor actor) {
        var text = text(part, language);
        return topics.post(
                new NewTopic(
                        Kind.POST,
                        InformationKind.OTHER,
                        Optional.empty(),
                        false,
                        Tlp.GREEN,
                        1,
                        Optional.empty(),
                        Map.of(Level.ALL, text),
                        Set.of(community)),
                actor);
    }

    private Wording both(String key) {
        return new Wording(words.text(Locale.JAPANESE, key), words.text(Locale.ENGLISH, key));
    }

    /** Each community its own mark, the same one whenever it is asked. */
    private static int colour(String code) {
        return 1 + Math.floorMod(code.hashCode(), Profile.COLOURS);
    }

    /** The first line is the title. */
    static Text text(String part, Locale language) {
        var name = "kit/" + part + "_" + (language.getLanguage().equals("en") ? "en" : "ja") + ".md";
        try (var file = Objects.requireNonNull(StarterKit.class.getResourceAsStream(name), name)) {
            var lines =
                    new ArrayList<>(List.of(new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n", 2)));
            return new Text(lines.getFirst().substring(2), lines.getLast());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The parts of the kit in the order of its form. */
    public static List<OccasionKind> parts() {
        return ORDER.reversed();
    }
}
