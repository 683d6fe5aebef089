package noroshi.intel;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import noroshi.audit.AuditTrail;
import noroshi.membership.Members;
import noroshi.membership.OfficeKind;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a bundle that was read into the library: all of it in one transaction, or nothing. */
@Component
class Intake {
    private static final int AT_ONCE = 500;

    private final BundleStore bundles;

    private final ObjectStore objects;

    private final IndicatorStore indicators;

    private final Reports reports;

    private final Members members;

    private final AuditTrail audit;

    private final ApplicationEventPublisher events;

    private final Clock clock;

    Intake(
            BundleStore bundles,
            ObjectStore objects,
            IndicatorStore indicators,
            Reports reports,
            Members members,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.bundles = bundles;
        this.objects = objects;
        this.indicators = indicators;
        this.reports = reports;
        this.members = members;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** What arrived: the file as such, the permission that came with it, and whether a job gathered it from machines. */
    record Delivery(String fileName, String sha256, Optional<Permission> permission, boolean byMachines) {}

    @Transactional
    ImportReport take(Delivery delivery, BundleReading.Taken reading, Actor actor) {
        var kept = kept(delivery, label(delivery, reading), actor);
        bundles.lock(kept.keeper());
        return bundles.sameFile(kept.keeper(), delivery.sha256(), delivery.permission())
                .map(known -> reports.of(known, true))
                .orElseGet(() -> reports.of(keep(delivery, reading, kept, actor), false));
    }

    /** Takes what machines brought; where all of it is here already there is nothing to keep. */
    @Transactional
    void enter(Delivery delivery, BundleReading.Taken reading, Actor actor) {
        var kept = kept(delivery, label(delivery, reading), actor);
        bundles.lock(kept.keeper());
        var empty = empty(delivery, reading, actor);
        var sorting = sorted(empty.id(), delivery, reading, kept);
        if (!sorting.fresh.isEmpty()
                || !sorting.refused.isEmpty()
                || !reading.refused().isEmpty()) {
            keep(empty, sorting, delivery, reading, kept, actor);
        }
    }

    /**
     * RED is for named persons, and the one who was given the file is named; the rest is for the organisation. Nobody was
     * given what machines brought.
     */
    Kept kept(Delivery delivery, Tlp tlp, Actor actor) {
        return tlp == Tlp.RED && !delivery.byMachines()
                ? new Kept(actor.person(), List.of(actor.person()))
                : new Kept(actor.organisation(), List.of(actor.organisation(), members.office(OfficeKind.EDITORS)));
    }

    private UUID keep(Delivery delivery, BundleReading.Taken reading, Kept kept, Actor actor) {
        var empty = empty(delivery, reading, actor);
        return keep(empty, sorted(empty.id(), delivery, reading, kept), delivery, reading, kept, actor);
    }

    private Bundle empty(Delivery delivery, BundleReading.Taken reading, Actor actor) {
        return bundle(delivery, reading.stixId(), label(delivery, reading), reading.remarks(), actor);
    }

    private UUID keep(
            Bundle empty, Sorting sorting, Delivery delivery, BundleReading.Taken reading, Kept kept, Actor actor) {
        var refused = Stream.concat(reading.refused().stream(), sorting.refused.stream())
                .toList();
        var known = sorting.known();
        var bundle = empty.counting(sorting.fresh.size(), known.size(), refused.size());
        bundles.add(bundle, kept);
        for (var start = 0; start < sorting.fresh.size(); start += AT_ONCE) {
            var some = sorting.fresh.subList(start, Math.min(start + AT_ONCE, sorting.fresh.size()));
            objects.add(bundle, some, kept);
            indicators.add(some, kept);
        }
        bundles.addContents(bundle.id(), sorting.entries);
        bundles.addRefusals(bundle.id(), refused);
        delivery.permission().ifPresent(permission -> objects.relabel(known, permission.tlp()));
        permitted(bundle, actor);
        tell(bundle, actor);
        return bundle.id();
    }

    /** What a delivery becomes, before anything of it is counted. */
    Bundle bundle(Delivery delivery, String stixId, Tlp tlp, List<Reason> remarks, Actor actor) {
        return new Bundle(
                UUID.randomUUID(),
                Plain.line(stixId, 300),
                delivery.fileName(),
                delivery.sha256(),
                tlp,
                delivery.permission(),
                actor.organisation(),
                actor.person(),
                clock.instant(),
                0,
                0,
                0,
                remarks,
                false,
                Optional.empty());
    }

    /** Records under whose permission labels change, in the transaction in which the first may. */
    void permitted(Bundle bundle, Actor actor) {
        bundle.permission()
                .ifPresent(permission -> audit.record(
                        actor,
                        "intel.label-permitted",
                        bundle.id(),
                        Map.of(
                                "tlp",
                                permission.tlp().name(),
                                "source",
                                permission.source(),
                                "reason",
                                permission.reason())));
    }

    void tell(Bundle bundle, Actor actor) {
        audit.record(
                actor,
                "intel.bundle-imported",
                bundle.id(),
                Map.of("sha256", bundle.sha256(), "taken", bundle.taken(), "refused", bundle.refused()));
        events.publishEvent(new BundleImported(
                bundle.id(), actor.person(), bundle.taken(), bundle.known(), bundle.refused(), bundle.importedAt()));
    }

    /** What of a reading is new to the keeper, beside what the same bundle has brought before. */
    Sorting sorted(UUID bundle, Delivery delivery, BundleReading.Taken reading, Kept kept) {
        var stixIds = reading.objects().stream()
                .map(object -> object.id().text())
                .distinct()
                .toList();
        var unmarked = delivery.permission().map(Permission::tlp).orElse(Tlp.AMBER_STRICT);
        var latest = clock.instant().plus(Limits.AHEAD);
        var held = objects.versions(kept.keeper(), stixIds);
        var sorting = new Sorting(bundle, held, kept, unmarked, latest, UUID::randomUUID);
        sorting.sort(reading.objects());
        return sorting;
    }

    /** The label of the whole: what its source permitted, else the strictest part; what is unmarked stays inside. */
    private static Tlp label(Delivery delivery, BundleReading.Taken reading) {
        return delivery.permission().map(Permission::tlp).orElseGet(() -> strictest(reading.objects()));
    }

    private static Tlp strictest(List<StixObject> objects) {
        return labels(objects).reduce(Tlp::strictest).orElse(Tlp.AMBER_STRICT);
    }

    static Stream<Tlp> labels(List<StixObject> objects) {
        return objects.stream()
                .filter(object -> object.family() != StixFamily.MARKING)
                .map(object -> object.marked().orElse(Tlp.AMBER_STRICT));
    }
}
