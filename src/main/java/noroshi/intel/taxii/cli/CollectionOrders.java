package noroshi.intel.taxii.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.cli.Command;
import noroshi.intel.Reason;
import noroshi.intel.taxii.Collection;
import noroshi.intel.taxii.Collections;
import noroshi.intel.taxii.Exchange;
import noroshi.intel.taxii.HandedOut;
import noroshi.intel.taxii.HandingOut;
import noroshi.intel.taxii.NewCollection;
import noroshi.intel.taxii.Principals;
import noroshi.membership.Members;
import noroshi.membership.Person;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.Role;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;
import noroshi.site.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers {@code collection …}. */
@Configuration(proxyBeanMethods = false)
class CollectionOrders {
    private interface Work {
        Object answer(JsonNode arguments, Actor actor);
    }

    /** A command in the name of an administrator; the Centre's first one, when nobody is named. */
    private record Order(String name, Members members, Work work) implements Command {
        @Override
        public JsonNode handle(JsonNode arguments, InputStream file) throws IOException {
            var login = text(arguments, "as");
            var actor = (login.isEmpty() ? members.administrator("cli") : named(login))
                    .orElseThrow(() -> new RuleBroken("membership.cli.no-administrator"));
            try {
                return Acting.as(actor, () -> JsonMapper.shared().<JsonNode>valueToTree(work.answer(arguments, actor)));
            } catch (IOException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        private Optional<Actor> named(String login) {
            return members.byLogin(login)
                    .map(Person::id)
                    .flatMap(person -> members.actor(person, "cli"))
                    .filter(found -> found.is(Role.ADMINISTRATOR));
        }
    }

    @Bean
    Command collectionCreate(Members members, Collections collections, Principals principals) {
        return new Order("collection create", members, (arguments, actor) -> {
            var label = text(arguments, "tlp");
            var community = text(arguments, "community");
            var collection = new NewCollection(
                    community.isEmpty() ? Optional.empty() : Optional.of(principals.community(community, actor)),
                    text(arguments, "title"),
                    text(arguments, "description"),
                    text(arguments, "alias"),
                    Tlp.parse(label).orElseThrow(() -> new RuleBroken("intel.collection.tlp", label)),
                    principals.called(texts(arguments, "read"), actor),
                    principals.called(texts(arguments, "write"), actor));
            var id = collections.create(collection, actor);
            if (arguments.path("published").asBoolean(false)) {
                collections.publish(id, true, actor);
            }
            return line(collections.show(id, actor));
        });
    }

    @Bean
    Command collectionList(Members members, Collections collections) {
        return new Order(
                "collection list",
                members,
                (arguments, actor) -> collections.list(actor).stream()
                        .map(CollectionOrders::line)
                        .toList());
    }

    @Bean
    Command collectionShow(Members members, Collections collections) {
        return new Order("collection show", members, (arguments, actor) -> {
            var found = collections.show(id(text(arguments, "id")), actor);
            var shown = line(found);
            shown.put("description", found.description());
            shown.put("read", names(members, found.readers()));
            shown.put("write", names(members, found.writers()));
            return shown;
        });
    }

    /** What is in the library already goes to machines. */
    @Bean
    Command collectionFill(Members members, HandingOut handing, Words words) {
        return new Order("collection fill", members, (arguments, actor) -> {
            var language = Words.nearest(Locale.forLanguageTag(text(arguments, "language")));
            var done = handing.handOutWhole(id(text(arguments, "bundle")), id(text(arguments, "id")), actor);
            var answer = new LinkedHashMap<String, Object>();
            answer.put("state", done.state().name().toLowerCase(Locale.ROOT));
            answer.put("partial", done.state() != HandedOut.State.DONE);
            done.stopped().ifPresent(why -> answer.put("text", words.text(language, why)));
            answer.put("taken", done.taken());
            answer.put("known", done.known());
            answer.put("stayed", done.stayed());
            answer.put(
                    "refusals",
                    done.refused().stream()
                            .map(refused -> Map.of(
                                    "position", refused.position(),
                                    "id", refused.stixId(),
                                    "reason", refused.reason().key(),
                                    "text", text(words, language, refused.reason())))
                            .toList());
            return answer;
        });
    }

    private static String text(Words words, Locale language, Reason reason) {
        return words.text(language, reason.key(), reason.arguments().toArray());
    }

    private static List<String> names(Members members, List<UUID> principals) {
        var organisations = members.organisations(principals);
        return principals.stream()
                .map(id -> Optional.ofNullable(organisations.get(id))
                        .map(organisation -> organisation.code())
                        .orElseGet(id::toString))
                .toList();
    }

    private static Map<String, Object> line(Collection collection) {
        var root = collection.community().map(UUID::toString).orElse(Exchange.GENERAL);
        var line = new LinkedHashMap<String, Object>();
        line.put("id", collection.id().toString());
        line.put("title", collection.title());
        line.put("alias", collection.alias());
        line.put("tlp", collection.tlp().label());
        line.put("published", collection.published());
        line.put("path", "/taxii2/" + root + "/collections/" + collection.id() + "/");
        return line;
    }

    private static String text(JsonNode arguments, String name) {
        return arguments.path(name).asString("");
    }

    private static List<String> texts(JsonNode arguments, String name) {
        return arguments.path(name).values().stream()
                .map(each -> each.asString(""))
                .toList();
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw new NotFound();
        }
    }
}
