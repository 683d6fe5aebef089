package noroshi.topic;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.audit.AuditTrail;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.Role;
import noroshi.shared.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files of topics: encrypted where they lie, stripped of what a camera or an office adds, never shown inline. */
@Service
@Transactional
public class Files {
    /** No larger file is taken. */
    public static final int LARGEST = 20 * 1024 * 1024;

    private static final int MOST = 20;
    private static final Set<Role> ANALYSTS =
            Set.of(Role.WATCH_OFFICER, Role.INCIDENT_CONTROLLER, Role.IR_TEAM, Role.TECH_SUPPORT, Role.LIAISON_AGENCY);

    private final Topics topics;
    private final FileStore files;
    private final FileVault vault;
    private final Quarantine quarantine;
    private final ScanStore scans;
    private final AuditTrail audit;
    private final Clock clock;

    Files(
            Topics topics,
            FileStore files,
            FileVault vault,
            Quarantine quarantine,
            ScanStore scans,
            AuditTrail audit,
            Clock clock) {
        this.topics = topics;
        this.files = files;
        this.vault = vault;
        this.quarantine = quarantine;
        this.scans = scans;
        this.audit = audit;
        this.clock = clock;
    }

    /** A page is going to show the files of the topic. */
    @Transactional(readOnly = true)
    public void expect(UUID topic, Actor actor) {
        files.of(topic);
    }

    /** The files of a topic and of its comments. */
    @Transactional(readOnly = true)
    public List<TopicFile> of(UUID topic, Actor actor) {
        return files.of(topics.show(topic, actor).id()).get();
    }

    /**
     * Adds a file to a topic, or to one of its comments.
     *
     * @param name as the uploader's machine called it; only its last part is kept
     * @param bytes at most 20 MiB
     */
    public UUID attach(UUID topic, Optional<UUID> comment, String name, byte[] bytes, Level level, Actor actor) {
        var current = topics.show(topic, actor);
        if (current.withdrawn()) {
            throw new RuleBroken("topic.withdrawn");
        }
        if (!files.mayAttach(topic, comment)) {
            throw new NotAllowed();
        }
        return attach(current, comment, keep(name, bytes, actor), level, actor);
    }

    /**
     * Seals a file before there is a topic it belongs to. Whoever keeps it attaches it later; until then nobody reads it
     * but through them.
     */
    public KeptFile keep(String name, byte[] bytes, Actor actor) {
        if (bytes.length == 0) {
            throw new RuleBroken("topic.file-empty", name);
        }
        if (bytes.length > LARGEST) {
            throw new RuleBroken("topic.file-too-large", name, LARGEST / 1024 / 1024);
        }
        var kind = MediaKind.of(bytes);
        var plainName = FileName.of(name).value();
        if (!kind.accepted()) {
            throw new RuleBroken("topic.file-kind", plainName);
        }
        var clean = clean(bytes, kind, name);
        var stored = vault.store(clean);
        quarantine.admit(stored, clean, clock.instant());
        return new KeptFile(
                stored.storage(), stored.nonce(), plainName, kind.mediaType(), clean.length, FileStore.sha256(clean));
    }

    /** What a scanner said of a kept file. */
    @Transactional(readOnly = true)
    public Scan scan(KeptFile kept, Actor actor) {
        return scans.of(kept.storage());
    }

    /** A kept file for the module that keeps it and has checked who asks: sealed, unless a scanner called it clean. */
    @Transactional(readOnly = true)
    public Sample open(KeptFile kept, Actor actor) {
        var bytes = vault.open(new StoredFile(kept.storage(), kept.nonce()));
        return scans.of(kept.storage()).clean()
                ? new Sample(kept.name(), bytes)
                : new Sample(kept.name() + ".zip", SealedZip.of(kept.name(), bytes));
    }

    /** What leaves: the name under which it is saved, and the bytes. */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    public record Sample(String name, byte[] bytes) {}

    /** Lets go of a kept file that was never attached; its keeper deletes the row that named it in this transaction. */
    public void letGo(KeptFile kept, Actor actor) {
        files.letGo(kept.storage(), clock.instant());
    }

    /** Adds a kept file to a topic. */
    public UUID attach(UUID topic, KeptFile kept, Level level, Actor actor) {
        var current = topics.show(topic, actor);
        if (!files.mayAttach(topic, Optional.empty())) {
            throw new NotAllowed();
        }
        return attach(current, Optional.empty(), kept, level, actor);
    }

    private UUID attach(Topic topic, Optional<UUID> comment, KeptFile kept, Level level, Actor actor) {
        if (files.of(topic.id()).get().size() >= MOST) {
            throw new RuleBroken("topic.files-too-many", MOST);
        }
        var concealed = files.concealed(comment.orElse(topic.id()));
        if (concealed) {
            requireDiscreet(kept);
        }
        var id = files.insert(topic, comment, kept, level, clock.instant());
        remember(concealed, actor, "topic.file-attached", id, topic.id());
        return id;
    }

    /** What a camera added goes; a picture that cannot be read through is not taken. */
    private static byte[] clean(byte[] bytes, MediaKind kind, String name) {
        return kind.image()
                ? Images.withoutMetadata(bytes)
                        .orElseThrow(() -> new RuleBroken(
                                "topic.file-damaged", FileName.of(name).value()))
                : bytes;
    }

    /** With the organisation hidden, no document says whose it is; documents themselves are never changed. */
    private void requireDiscreet(KeptFile kept) {
        var told = DocumentProperties.of(vault.open(new StoredFile(kept.storage(), kept.nonce())))
                .orElseThrow(() -> new RuleBroken("topic.file-unread", kept.name()));
        if (!told.isEmpty()) {
            throw new RuleBroken("topic.file-tells", kept.name(), String.join(", ", told));
        }
    }

    /** A file as its readers know it, without its bytes. */
    @Transactional(readOnly = true)
    public TopicFile show(UUID id, Actor actor) {
        return files.find(id).orElseThrow(NotFound::new);
    }

    /** Whether the actor may take a file over that is in quarantine: its readers, or where something was found who analyses. */
    public static boolean mayTake(TopicFile file, Actor actor) {
        return !file.scan().found() || file.mine() || ANALYSTS.stream().anyMatch(actor::is);
    }

    /** Hands a file in quarantine over, sealed. */
    public Sample take(UUID id, Actor actor) {
        var file = show(id, actor);
        if (!mayTake(file, actor)) {
            throw new NotAllowed();
        }
        audit.record(
                actor,
                "topic.sample-taken",
                id,
                Map.of("topic", file.topic(), "scan", file.scan().state()));
        return new Sample(file.name() + ".zip", SealedZip.of(file.name(), vault.open(files.stored(id))));
    }

    /** The bytes of a clean file. Opening a file of a restricted topic is audited before a byte leaves. */
    public Opened open(UUID id, Actor actor) {
        var file = show(id, actor);
        if (!file.scan().clean()) {
            throw new RuleBroken("topic.file-in-quarantine");
        }
        audit.record(actor, "topic.file-opened", id, Map.of("topic", file.topic()));
        return new Opened(file, vault.open(files.stored(id)));
    }

    /** A file with its bytes. */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    public record Opened(TopicFile file, byte[] bytes) {}

    /** Removes a file: one's own, or any of one's own topic; answers with the topic. */
    public UUID remove(UUID id, Actor actor) {
        var file = files.find(id).orElseThrow(NotFound::new);
        if (!file.mine() && !topics.isSource(file.topic(), actor)) {
            throw new NotAllowed();
        }
        files.remove(id, clock.instant());
        remember(files.concealed(file.comment().orElse(file.topic())), actor, "topic.file-removed", id, file.topic());
        return file.topic();
    }

    private void remember(boolean sealed, Actor actor, String act, UUID file, UUID topic) {
        if (sealed) {
            audit.recordSealed(actor, act, file, Map.of("topic", topic));
        } else {
            audit.record(actor, act, file, Map.of("topic", topic));
        }
    }
}
