package noroshi.intel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.Tlp;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps in which a large file enters the library, each a transaction: what became of some objects and how far it is
 * are written together, so that whoever goes on after a fault neither loses nor doubles anything.
 */
@Component
class ImportSteps {
    private final ImportStore imports;

    private final BundleStore bundles;

    private final ObjectStore objects;

    private final IndicatorStore indicators;

    private final Intake intake;

    ImportSteps(
            ImportStore imports, BundleStore bundles, ObjectStore objects, IndicatorStore indicators, Intake intake) {
        this.imports = imports;
        this.bundles = bundles;
        this.objects = objects;
        this.indicators = indicators;
        this.intake = intake;
    }

    @Transactional(readOnly = true)
    Import now(UUID id) {
        return imports.find(id).orElseThrow(NotFound::new);
    }

    @Transactional
    void count(UUID id, int objects, int checked, int refused) {
        imports.count(id, objects, checked, refused);
    }

    @Transactional
    void checked(Import found, Tlp tlp) {
        imports.checked(found.id(), tlp, found.asks() ? Import.State.WAITING : Import.State.TAKING);
    }

    @Transactional
    void refuse(UUID id, Reason reason) {
        imports.end(id, Import.State.REFUSED, Optional.of(reason));
    }

    /** Ends what its person may take in no longer; answers whether it did. */
    @Transactional
    boolean leave(UUID id, Instant now) {
        return imports.leave(id, now);
    }

    /** Ends the halves of which nothing more comes. */
    @Transactional
    int endHalves(Instant now) {
        return imports.endHalves(now);
    }

    /** Begins the bundle that the file becomes; answers whether there is something to take, and not the same file again. */
    @Transactional
    boolean begin(Import found, BundleFile.Around around, Actor actor) {
        var delivery = delivery(found);
        var tlp = label(found);
        var kept = intake.kept(delivery, tlp, actor);
        bundles.lock(kept.keeper());
        var known = bundles.sameFile(kept.keeper(), delivery.sha256(), delivery.permission());
        if (known.isPresent()) {
            imports.becomes(found.id(), known.get());
            imports.end(found.id(), Import.State.DONE, Optional.of(Reason.of("intel.imported-again")));
            return false;
        }
        var bundle = intake.bundle(delivery, around.stixId(), tlp, around.remarks(), actor)
                .begun();
        bundles.add(bundle, kept);
        intake.permitted(bundle, actor);
        imports.becomes(found.id(), bundle.id());
        return true;
    }

    /** Takes some objects; answers up to which position. */
    @Transactional
    int take(UUID id, BundleFile.Part part, Actor actor) {
        var found = imports.find(id).orElseThrow(NotFound::new);
        var delivery = delivery(found);
        var bundle = bundles.visible(found.bundle().orElseThrow()).orElseThrow(NotFound::new);
        var kept = intake.kept(delivery, bundle.tlp(), actor);
        bundles.lock(kept.keeper());
        var sorting = intake.sorted(bundle.id(), delivery, part.reading(), kept);
        var refused = Stream.concat(part.reading().refused().stream(), sorting.refused.stream())
                .toList();
        objects.add(bundle, sorting.fresh, kept);
        indicators.add(sorting.fresh, kept);
        bundles.addContents(bundle.id(), sorting.entries);
        bundles.addRefusals(bundle.id(), refused);
        delivery.permission().ifPresent(permission -> objects.relabel(sorting.known(), permission.tlp()));
        bundles.count(bundle.id(), sorting.fresh.size(), sorting.known().size(), refused.size());
        imports.moveOn(id, found.done(), part.last());
        return part.last();
    }

    /** Refuses an object that the database does not keep, so that the others need not wait for ever. */
    @Transactional
    void passOver(UUID id, int position, String stixId) {
        var found = imports.find(id).orElseThrow(NotFound::new);
        var bundle = found.bundle().orElseThrow();
        bundles.addRefusals(bundle, List.of(new RefusedObject(position, stixId, Reason.of("intel.object.not-kept"))));
        bundles.count(bundle, 0, 0, 1);
        imports.moveOn(id, found.done(), position);
    }

    @Transactional
    void end(UUID id, Actor actor) {
        var found = imports.find(id).orElseThrow(NotFound::new);
        var bundle = found.bundle().orElseThrow();
        intake.tell(bundles.visible(bundle).orElseThrow(NotFound::new), actor);
        bundles.finish(bundle);
        imports.end(id, Import.State.DONE, Optional.empty());
    }

    private static Intake.Delivery delivery(Import found) {
        return new Intake.Delivery(found.name(), found.sha256(), found.permission(), false);
    }

    private static Tlp label(Import found) {
        return found.permission().map(Permission::tlp).or(found::tlp).orElse(Tlp.AMBER_STRICT);
    }
}
