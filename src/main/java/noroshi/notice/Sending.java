package noroshi.notice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import noroshi.asset.AssetOwners;
import noroshi.membership.Members;
import noroshi.membership.OfficeKind;
import noroshi.notice.Matching.Recipient;
import noroshi.notice.Matching.Unread;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.topic.InformationKind;
import noroshi.topic.Kind;
import noroshi.topic.Level;
import noroshi.topic.NewTopic;
import noroshi.topic.Text;
import noroshi.topic.Topics;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door for telling: one finding is composed once, and each owner gets a notice of their own. */
@Service
@Transactional
public class Sending {
    private static final int MOST_PLACES = 500;
    private static final int SHORTEST_NAME = 2;
    private static final Duration FARTHEST = Duration.ofDays(90);

    private final NoticeStore notices;
    private final DutyStore duties;
    private final Topics topics;
    private final AssetOwners owners;
    private final Members members;
    private final Journal journal;

    Sending(
            NoticeStore notices,
            DutyStore duties,
            Topics topics,
            AssetOwners owners,
            Members members,
            Journal journal) {
        this.notices = notices;
        this.duties = duties;
        this.topics = topics;
        this.owners = owners;
        this.members = members;
        this.journal = journal;
    }

    /**
     * Finds out whose the places are.
     *
     * @param lines one place on each line
     * @param direct who is told of places that nobody has registered
     */
    @Transactional(readOnly = true)
    public Matching match(String lines, Optional<UUID> direct, Actor actor) {
        requireWatch();
        var byOwner = new LinkedHashMap<UUID, List<Place>>();
        var nobodys = new ArrayList<String>();
        var unread = new ArrayList<Unread>();
        var number = 0;
        for (var line : lines.split("\r\n|\r|\n", -1)) {
            number++;
            if (!line.isBlank()) {
                try {
                    sort(line, direct, byOwner, nobodys, actor);
                } catch (RuleBroken refusal) {
                    unread.add(new Unread(number, line.strip(), refusal));
                }
            }
            if (byOwner.size() + nobodys.size() + unread.size() > MOST_PLACES) {
                throw new RuleBroken("notice.too-many", MOST_PLACES);
            }
        }
        return new Matching(
                byOwner.entrySet().stream()
                        .map(one -> new Recipient(one.getKey(), one.getValue(), duties.kept(one.getKey())))
                        .toList(),
                nobodys,
                unread);
    }

    private void sort(
            String line, Optional<UUID> direct, Map<UUID, List<Place>> byOwner, List<String> nobodys, Actor actor) {
        var value = AssetOwners.read(line);
        var found = owners.of(value, actor);
        found.forEach(asset -> byOwner.computeIfAbsent(asset.organisation(), id -> new ArrayList<>())
                .add(new Place(value.shown(), Optional.of(asset.id()))));
        if (found.isEmpty()) {
            direct.ifPresentOrElse(
                    id -> byOwner.computeIfAbsent(id, it -> new ArrayList<>())
                            .add(new Place(value.shown(), Optional.empty())),
                    () -> nobodys.add(value.shown()));
        }
    }

    /**
     * Sends a notice to each of the chosen owners.
     *
     * @param chosen organisations as the sender saw them matched; assets that were removed meanwhile stop it
     */
    public List<UUID> send(NewNotice notice, String lines, Optional<UUID> direct, Set<UUID> chosen, Actor actor) {
        var matching = match(lines, direct, actor);
        if (!matching.unread().isEmpty()) {
            throw new RuleBroken("notice.places-unread", matching.unread().size());
        }
        var recipients = matching.recipients().stream()
                .filter(one -> chosen.contains(one.organisation()))
                .toList();
        if (recipients.isEmpty()) {
            throw new RuleBroken("notice.nobody");
        }
        if (recipients.size() != chosen.size()) {
            throw new RuleBroken("notice.matching-changed");
        }
        var now = journal.now();
        if (!notice.due().isAfter(now) || notice.due().isAfter(now.plus(FARTHEST))) {
            throw new RuleBroken("notice.due", FARTHEST.toDays());
        }
        if (notice.seenAt().isAfter(now)) {
            throw new RuleBroken("notice.seen-later");
        }
        requireDiscreet(notice, recipients);
        var desk = members.office(OfficeKind.DUTY_DESK);
        var sent =
                recipients.stream().map(one -> send(notice, one, desk, actor)).toList();
        duties.batch(sent, actor, now);
        return sent;
    }

    private UUID send(NewNotice notice, Recipient recipient, UUID desk, Actor actor) {
        var now = journal.now();
        var window = members.windowOf(recipient.organisation());
        var text = new Text(notice.title(), notice.what() + "\n\n" + notice.advice());
        var topic = topics.post(
                new NewTopic(
                        Kind.NOTICE,
                        InformationKind.OBSERVATION_ANALYSIS,
                        Optional.empty(),
                        false,
                        notice.tlp(),
                        2,
                        Optional.empty(),
                        Map.of(Level.ALL, text),
                        Set.of(window, desk),
                        notice.safeSubject()),
                actor);
        notices.insert(topic, recipient.organisation(), notice, Ladder.towards(notice.due(), now), actor, now);
        notices.place(topic, recipient.places());
        journal.tell(
                actor,
                "notice.sent",
                topic,
                Map.of("organisation", recipient.organisation(), "severity", notice.severity()),
                new NoticeSent(topic, recipient.organisation(), now));
        return topic;
    }

    /** What several organisations will read names none of them, and nothing of theirs. */
    private void requireDiscreet(NewNotice notice, List<Recipient> recipients) {
        if (recipients.size() < 2) {
            return;
        }
        var words = notice.words().toLowerCase(Locale.ROOT);
        var names = new LinkedHashSet<String>();
        members.organisations(recipients.stream().map(Recipient::organisation).toList())
                .values()
                .forEach(name -> Stream.of(name.name(), name.nameEn()).forEach(names::add));
        recipients.forEach(one -> one.places().forEach(place -> names.add(place.shown())));
        names.stream()
                .filter(name -> name.length() >= SHORTEST_NAME && words.contains(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .ifPresent(name -> {
                    throw new RuleBroken("notice.names-another", name);
                });
    }

    private void requireWatch() {
        if (!notices.watching()) {
            throw new NotFound();
        }
    }
}
