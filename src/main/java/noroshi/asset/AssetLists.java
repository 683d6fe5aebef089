package noroshi.asset;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.audit.AuditTrail;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door for lists: read whole, shown first, registered whole or not at all. */
@Service
@Transactional
public class AssetLists {
    private final AssetRegister register;
    private final AssetStore assets;
    private final UploadStore uploads;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AssetLists(
            AssetRegister register,
            AssetStore assets,
            UploadStore uploads,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.register = register;
        this.assets = assets;
        this.uploads = uploads;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** What was read, and where it waits; it waits nowhere when a line is wrong. */
    public record Prepared(AssetSheet sheet, Optional<UUID> upload) {}

    /** What an upload would do. */
    public record Preview(Upload upload, AssetSheet sheet, int known) {
        /** How many would be added. */
        public int fresh() {
            return sheet.good().size() - known;
        }
    }

    /** Reads pasted lines. */
    public Prepared paste(String lines, Optional<AssetKind> kind, Actor actor) {
        return prepare("", TextFile.pasted(lines), kind, false, actor);
    }

    /** Reads a file. */
    public Prepared bring(String name, byte[] file, Optional<AssetKind> kind, Actor actor) {
        return prepare(name.length() > 200 ? name.substring(0, 200) : name, TextFile.read(file), kind, true, actor);
    }

    private Prepared prepare(String name, String text, Optional<AssetKind> kind, boolean table, Actor actor) {
        AssetRegister.requireRight(actor);
        var upload = new Upload(
                UUID.randomUUID(), actor.person(), actor.organisation(), name, kind, table, text, clock.instant());
        var sheet = upload.sheet();
        if (!sheet.bad().isEmpty()) {
            return new Prepared(sheet, Optional.empty());
        }
        register.requireRoom(sheet.good().size() - assets.known(actor.organisation(), sheet.good()), actor);
        uploads.keep(upload);
        return new Prepared(sheet, Optional.of(upload.id()));
    }

    /** Shows what registering the list would do. */
    @Transactional(readOnly = true)
    public Preview preview(UUID id, Actor actor) {
        var upload = uploads.find(id).orElseThrow(NotFound::new);
        var sheet = upload.sheet();
        return new Preview(upload, sheet, assets.known(upload.organisation(), sheet.good()));
    }

    /** Registers the whole list; what the organisation has already stays as it is. */
    public int register(UUID id, Actor actor) {
        var preview = preview(id, actor);
        AssetRegister.requireRight(actor);
        if (!preview.upload().organisation().equals(actor.organisation())) {
            throw new NotFound();
        }
        if (!preview.sheet().bad().isEmpty()) {
            throw new RuleBroken("asset.file.changed");
        }
        register.requireRoom(preview.fresh(), actor);
        var now = clock.instant();
        var added = assets.insertAll(preview.sheet().good(), actor, now);
        uploads.discard(id);
        audit.record(actor, "asset.list-asked", actor.organisation(), Map.of("upload", id, "assets", added));
        events.publishEvent(new AssetsAsked(actor.organisation(), added, now));
        return added;
    }

    /** Throws the list away. */
    public void discard(UUID id, Actor actor) {
        var upload = uploads.find(id).orElseThrow(NotFound::new);
        uploads.discard(upload.id());
    }
}
