package noroshi.topic;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import noroshi.shared.Actor;
import noroshi.shared.Role;
import noroshi.shared.Tlp;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes one random step in the platform and in the model alike. */
final class AccessSteps {
    private final AccessModel model;
    private final Random random;
    private final String word;
    private final Topics topics;
    private final Conversation conversation;
    private final Files files;
    private final JdbcClient jdbc;
    private final List<UUID> communities = new ArrayList<>();
    private final Lots lots;

    AccessSteps(
            AccessModel model,
            Random random,
            String word,
            Topics topics,
            Conversation conversation,
            Files files,
            JdbcClient jdbc) {
        this.model = model;
        this.random = random;
        this.lots = new Lots(random);
        this.word = word;
        this.topics = topics;
        this.conversation = conversation;
        this.files = files;
        this.jdbc = jdbc;
    }

    /** Organisations with windows, communities, and people who sit somewhere. */
    void build(int organisations, int circles, int people) {
        for (int i = 0; i < organisations; i++) {
            var organisation = lots.born();
            var window = lots.born();
            jdbc.sql("""
                    insert into membership.organisation (id, code, name, name_en, status, joined_on)
                    values (?, ?, 'モデル', 'Model', 'active', '2020-01-01')
                    """).params(organisation, "m-" + organisation).update();
            jdbc.sql("insert into membership.office (id, kind, organisation) values (?, 'window', ?)")
                    .params(window, organisation)
                    .update();
            model.organisations.put(organisation, true);
            model.windows.put(organisation, window);
        }
        Stream.generate(() -> lots.born()).limit(circles).forEach(communities::add);
        for (int i = 0; i < people; i++) {
            var person = lots.born();
            jdbc.sql("insert into membership.person (id, login, name) values (?, ?, 'モデル')")
                    .params(person, "m-" + person)
                    .update();
            model.person(person);
            sit(person);
        }
    }

    List<UUID> communities() {
        return communities;
    }

    /** Says what was done. */
    String take() {
        return switch (random.nextInt(16)) {
            case 0, 1, 2, 3 -> post();
            case 4, 5 -> comment();
            case 6 -> attach();
            case 7 -> withdraw();
            case 8, 9 -> address();
            case 10 -> revise();
            case 11 -> sit(lots.any(model.people.keySet()));
            case 12 -> stand();
            case 13 -> organisationStands();
            case 14 -> bringIn();
            default -> belong();
        };
    }

    private String post() {
        var author = author();
        if (author.isEmpty()) {
            return "nobody posts";
        }
        var tlp = Tlp.values()[random.nextInt(Tlp.values().length)];
        var audience = audience(tlp);
        var hidden = random.nextInt(4) == 0;
        var parents = topicsOf(author.get().person());
        var parent =
                random.nextBoolean() || parents.isEmpty() ? Optional.<UUID>empty() : Optional.of(lots.any(parents));
        var topic = new NewTopic(
                random.nextBoolean() ? Kind.POST : Kind.QUESTION,
                InformationKind.OTHER,
                parent,
                hidden,
                tlp,
                2,
                Optional.empty(),
                Map.of(Level.ALL, new Text("件名 " + word, "本文")),
                audience);
        var id = lots.born(topics.post(topic, author.get()));
        conversation.react(id, id, Reaction.USEFUL, author.get());
        model.topics.put(id, new AccessModel.Matter(author.get().person(), audience));
        return author.get().person() + " posts " + id + (hidden ? " hidden" : "") + " to " + audience;
    }

    private String comment() {
        var reader = author();
        var open = reader.map(it -> model.listed(it.person())).orElse(Set.of());
        if (open.isEmpty()) {
            return "nobody comments";
        }
        var topic = lots.any(open);
        var hidden = random.nextInt(3) == 0;
        var comment = conversation.comment(topic, "返事 " + word, hidden, Optional.empty(), reader.orElseThrow());
        model.topic(topic).comments.add(comment);
        return "comment " + comment + " on " + topic;
    }

    private String attach() {
        return bySource((id, author) -> {
            var bytes = ("記録" + random.nextInt()).getBytes(StandardCharsets.UTF_8);
            var file = files.attach(id, Optional.empty(), "log.txt", bytes, Level.ALL, author);
            model.topic(id).files.add(file);
            return "file " + file + " on " + id;
        });
    }

    private String withdraw() {
        return bySource((id, author) -> {
            topics.withdraw(id, "誤り", author);
            model.topic(id).withdrawn = true;
            return "withdrawn " + id;
        });
    }

    private String address() {
        return bySource((id, author) -> {
            var audience = audience(topics.show(id, author).tlp());
            topics.address(id, audience, author);
            model.topic(id).address(audience);
            return "addressed " + id + " to " + audience;
        });
    }

    private String revise() {
        return bySource((id, author) -> {
            var version = topics.show(id, author).version();
            topics.revise(id, new Revision(version, Map.of(Level.ALL, new Text("改版 " + word, "本文")), "改版", ""), author);
            return "revised " + id;
        });
    }

    /** A window brings in somebody who sits in its organisation. */
    private String bringIn() {
        for (var entry : model.topics.entrySet()) {
            var matter = entry.getValue();
            for (var window : model.windows.entrySet()) {
                var holder = model.present().stream()
                        .filter(person -> model.principals(person).contains(window.getValue()))
                        .findFirst();
                var colleague = model.people.entrySet().stream()
                        .filter(person -> person.getValue().seats.contains(window.getKey()))
                        .filter(person -> !matter.addressees.contains(person.getKey()))
                        .findFirst();
                if (matter.addressees.contains(window.getValue())
                        && !matter.withdrawn
                        && holder.isPresent()
                        && colleague.isPresent()) {
                    topics.bringIn(entry.getKey(), colleague.get().getKey(), actor(holder.get()));
                    matter.addressees.add(colleague.get().getKey());
                    return "brought in " + colleague.get().getKey() + " to " + entry.getKey();
                }
            }
        }
        return "nobody is brought in";
    }

    /** Takes a seat, or gives it up. */
    private String sit(UUID person) {
        var organisation = lots.any(model.organisations.keySet());
        var someone = model.person(person);
        if (someone.seats.remove(organisation)) {
            jdbc.sql("update membership.seat set until = now() where person = ? and organisation = ? and until is null")
                    .params(person, organisation)
                    .update();
            return person + " leaves " + organisation;
        }
        someone.seats.add(organisation);
        jdbc.sql("insert into membership.seat (person, organisation, roles) values (?, ?, '{MEMBER_USER}')")
                .params(person, organisation)
                .update();
        return person + " sits in " + organisation;
    }

    private String stand() {
        var person = lots.any(model.people.keySet());
        var someone = model.person(person);
        someone.active = !someone.active;
        jdbc.sql("update membership.person set status = ? where id = ?")
                .params(someone.active ? "active" : "suspended", person)
                .update();
        return person + (someone.active ? " resumes" : " is suspended");
    }

    private String organisationStands() {
        var organisation = lots.any(model.organisations.keySet());
        var active = !model.organisations.getOrDefault(organisation, true);
        model.organisations.put(organisation, active);
        jdbc.sql("update membership.organisation set status = ? where id = ?")
                .params(active ? "active" : "suspended", organisation)
                .update();
        return organisation + (active ? " resumes" : " is suspended");
    }

    /** Joins a community or takes a window, or leaves it. */
    private String belong() {
        var person = lots.any(model.people.keySet());
        var office = random.nextBoolean();
        var circle = office ? lots.any(model.windows.values()) : lots.any(communities);
        var circles = model.person(person).circles;
        if (circles.remove(circle)) {
            jdbc.sql(
                            "update membership.belonging set until = now() where person = ? and principal = ? and until is null")
                    .params(person, circle)
                    .update();
            return person + " leaves " + circle;
        }
        circles.add(circle);
        jdbc.sql("insert into membership.belonging (principal, circle, person) values (?, ?, ?)")
                .params(circle, office ? "office" : "community", person)
                .update();
        return person + " joins " + circle;
    }

    /** An act on a topic that its author still reads and has not withdrawn. */
    private String bySource(BiFunction<UUID, Actor, String> act) {
        var author = author();
        var own = author.map(it -> topicsOf(it.person())).orElse(Set.of());
        return own.isEmpty() ? "no source acts" : act.apply(lots.any(own), author.orElseThrow());
    }

    private Set<UUID> topicsOf(UUID author) {
        return model.listed(author).stream()
                .filter(topic -> model.topic(topic).author.equals(author))
                .collect(Collectors.toSet());
    }

    /** Persons only for RED; everyone only below AMBER. */
    private Set<UUID> audience(Tlp tlp) {
        var choices = new ArrayList<UUID>(model.people.keySet());
        if (tlp != Tlp.RED) {
            choices.addAll(communities);
            choices.addAll(communities);
            choices.addAll(model.windows.values());
            choices.addAll(model.organisations.keySet());
        }
        if (!tlp.restricted()) {
            choices.add(Samples.EVERYONE);
        }
        return Stream.generate(() -> lots.any(choices))
                .limit(1 + random.nextInt(3))
                .collect(Collectors.toSet());
    }

    private Optional<Actor> author() {
        var present = model.present();
        return present.isEmpty() ? Optional.empty() : Optional.of(actor(lots.any(present)));
    }

    static Actor actor(UUID person, UUID organisation) {
        return new Actor(person, organisation, Set.of(Role.MEMBER_USER), "test");
    }

    private Actor actor(UUID person) {
        var seat = model.person(person).seats.stream().sorted().findFirst();
        return actor(person, seat.orElse(person));
    }
}
