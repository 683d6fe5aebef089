package noroshi.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import noroshi.notification.MailPeer.Taken;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import noroshi.testing.MutableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;

/** Reads every byte that leaves for the people of the {@link Town}, at the moment it leaves, and complains. */
@TestComponent
class Proofreader {
    private static final String UUID_ = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";
    private static final Pattern ANY = Pattern.compile(UUID_);
    private static final Pattern ITEM = Pattern.compile("/notifications/" + UUID_);
    private static final Pattern TOPIC = Pattern.compile("/topics/" + UUID_);
    private static final Pattern NAMED = Pattern.compile("<id>([^<]+)</id>|\r\nUID:([^\r]+)\r\n");
    private static final Pattern STREAMED =
            Pattern.compile("event:count|id:[0-9a-f-]{36}|data:\\{\"unread\":\\d+}|:(open)?|retry:5000|");
    private static final Set<What> NEWS = Set.of(What.TOPIC_POSTED, What.BULLETIN_PUBLISHED, What.SEARCH_MATCHED);

    private final List<String> complaints = new ArrayList<>();
    private final Set<String> tellings = new HashSet<>();
    private final Map<String, Set<LocalDate>> digests = new TreeMap<>();
    private final Map<What, Integer> letters = new HashMap<>();
    private final Set<UUID> streamed = new HashSet<>();

    @Autowired
    Town town;

    @Autowired
    Minds minds;

    @Autowired
    Items items;

    @Autowired
    MutableClock clock;

    List<String> complaints() {
        return complaints;
    }

    /** On which days each had one. */
    Map<String, Set<LocalDate>> digests() {
        return digests;
    }

    /** How many letters told of what. */
    Map<What, Integer> letters() {
        return letters;
    }

    int streamed() {
        return streamed.size();
    }

    void letter(Taken mail) {
        if (mail.recipients().size() != 1) {
            complain("several recipients " + mail.recipients());
        }
        var address = mail.recipients().getFirst();
        var reader = town.at(address);
        read("mail to " + address, mail.whole(), reader);
        var body = mail.body();
        for (var id : found(ITEM, body)) {
            telling(address, reader, id, items.known(id));
        }
        if (mail.header("List-Unsubscribe").endsWith("/digest>")) {
            digest(address, reader);
        } else {
            alone(address, reader, items.known(found(ITEM, body).iterator().next()));
        }
    }

    /** What a letter tells, alone or among others. */
    private void telling(String address, Actor reader, UUID id, Items.Known item) {
        once(address + " " + id, "an item told twice: " + address + " " + item);
        item.topic().filter(topic -> NEWS.contains(item.what())).ifPresent(topic -> {
            once(address + " news " + topic, "the same news twice: " + address + " " + item);
        });
        if (!item.person().equals(reader.person())) {
            complain("what is another's, to " + address);
        }
        if (!mayHear(item, reader)) {
            complain("mail to " + address + " about what they may not read: " + item);
        }
        if (minds.knows(reader, id, item)) {
            complain("mail to " + address + " about what they had read: " + item);
        }
    }

    /** What comes by itself is what they asked for, or what cannot be switched off; and not at night. */
    private void alone(String address, Actor reader, Items.Known item) {
        letters.merge(item.what(), 1, Integer::sum);
        var wanted = minds.of(reader);
        var asked = switch (wanted.mail()) {
            case ALL -> true;
            case DIRECT -> item.weight() != Weight.USUAL;
            case MUST -> item.weight() == Weight.MUST;
        };
        if (!asked) {
            complain("nobody asked for it: " + address + " " + item);
        }
        var hour = now(wanted).getHour();
        if (item.weight() != Weight.MUST
                && wanted.quiet()
                        .filter(quiet -> hour >= quiet.from() || hour < quiet.until())
                        .isPresent()) {
            complain("in quiet hours: " + address + " at " + hour + " " + item);
        }
    }

    private void digest(String address, Actor reader) {
        var wanted = minds.of(reader);
        if (!wanted.digest()) {
            complain("nobody asked for a digest: " + address);
        }
        if (now(wanted).getHour() != wanted.hour()) {
            complain("a digest at another hour: " + address + " " + now(wanted) + " " + wanted);
        }
        if (!digests.computeIfAbsent(address, them -> new HashSet<>())
                .add(now(wanted).toLocalDate())) {
            complain("a second digest in a day: " + address);
        }
    }

    private java.time.ZonedDateTime now(Preference of) {
        return Instant.now(clock).atZone(of.zone());
    }

    /** What a feed or a calendar says. */
    void fetched(String where, String text, Actor reader) {
        read(where, text.replace("\r\n ", ""), reader);
        var named = new HashSet<String>();
        NAMED.matcher(text.replace("\r\n ", "")).results().forEach(name -> {
            if (!named.add(name.group())) {
                complain(where + " names twice " + name.group());
            }
        });
        for (var item : found(ITEM, text)) {
            if (!mayHear(items.known(item), reader)) {
                complain(where + " about what its reader may not read");
            }
        }
        for (var topic : found(TOPIC, text)) {
            if (!town.reads(topic, reader)) {
                complain(where + " names what its reader may not read");
            }
        }
    }

    /** One line of what an open page hears. */
    void streamed(String line, Actor reader) {
        if (!STREAMED.matcher(line).matches()) {
            complain("a page hears " + line);
        }
        for (var id : found(ANY, line)) {
            var item = items.known(id);
            if (!streamed.add(id)) {
                complain("a page hears twice of " + item);
            }
            if (!item.person().equals(reader.person())) {
                complain("a page hears of another's " + item);
            }
            if (!mayHear(item, reader)) {
                complain("a page hears of what its reader may not read: " + item);
            }
        }
    }

    /** Of what is withdrawn its readers hear that it is, and nothing else. */
    private boolean mayHear(Items.Known item, Actor reader) {
        return item.topic()
                .filter(topic -> !town.reads(topic, reader)
                        && !(item.what() == What.TOPIC_WITHDRAWN && town.finds(topic, reader)))
                .isEmpty();
    }

    /** What a text says, compared with what it may say. */
    private void read(String where, String text, Actor reader) {
        for (var said : town.heard(text)) {
            var allowed = switch (said.part()) {
                case TITLE -> said.tlp().compareTo(Tlp.AMBER) < 0 && town.finds(said.topic(), reader);
                case SAFE_SUBJECT -> said.tlp() != Tlp.RED && town.finds(said.topic(), reader);
                case TEXT -> false;
            };
            if (!allowed) {
                complain(where + " says " + said);
            }
        }
        for (var id : found(ANY, text)) {
            if (town.label(id) == Tlp.RED) {
                complain(where + " names what is RED");
            }
        }
    }

    private void once(String what, String complaint) {
        if (!tellings.add(what)) {
            complain(complaint);
        }
    }

    private void complain(String about) {
        complaints.add(about);
    }

    private static Set<UUID> found(Pattern pattern, String text) {
        var ids = new HashSet<UUID>();
        pattern.matcher(text).results().forEach(found -> ids.add(UUID.fromString(found.group(1))));
        return ids;
    }
}
