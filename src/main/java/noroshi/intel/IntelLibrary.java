package noroshi.intel;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import noroshi.audit.AuditTrail;
import noroshi.intel.ImportReport.RemarkedObject;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.Role;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The front door: threat information from elsewhere is taken in, looked at and followed. */
@Service
@Transactional(readOnly = true)
public class IntelLibrary {
    /** Whether objects of this id have versions that somebody brings; what is made of its value has none. */
    public static boolean isVersioned(String stixId) {
        return StixId.parse(stixId)
                .filter(id -> StixType.named(id.type())
                        .filter(type -> type.family() == StixFamily.OBSERVABLE)
                        .isEmpty())
                .isPresent();
    }

    /** Bytes of the largest file that is read. */
    public static final int LARGEST_FILE = Limits.FILE;

    /** How far beyond now a version may say it was made, whichever way it comes. */
    public static final Duration AHEAD = Limits.AHEAD;

    private static final int LONGEST_NAME = 200;

    /** A file of more refused objects is refused as a whole; what contradicts the library comes on top. */
    private static final int MOST_REFUSED = 2 * Limits.REFUSED;

    private final BundleStore bundles;

    private final ObjectStore objects;

    private final IndicatorStore indicators;

    private final Intake intake;

    private final Reports reports;

    private final AuditTrail audit;

    IntelLibrary(
            BundleStore bundles,
            ObjectStore objects,
            IndicatorStore indicators,
            Intake intake,
            Reports reports,
            AuditTrail audit) {
        this.bundles = bundles;
        this.objects = objects;
        this.indicators = indicators;
        this.intake = intake;
        this.reports = reports;
        this.audit = audit;
    }

    /** Who may bring files into the library. */
    public static boolean mayImport(Actor actor) {
        return actor.is(Role.EDITOR) || actor.is(Role.ADMINISTRATOR);
    }

    /**
     * Who may hand a bundle out to machines: whoever imports, what their own organisation took in as a whole. What is in a
     * file with something RED was given to one person, all of it.
     */
    public static boolean mayHandOut(Bundle bundle, Actor actor) {
        return mayImport(actor)
                && bundle.organisation().equals(actor.organisation())
                && bundle.tlp() != Tlp.RED
                && !bundle.unfinished();
    }

    /** Whether that holds now; asked before each step, so it is recorded by nobody that somebody opened it. */
    public boolean mayStillHandOut(UUID id, Actor actor) {
        return bundles.visible(id).filter(bundle -> mayHandOut(bundle, actor)).isPresent();
    }

    /**
     * Takes a STIX 2.1 bundle into the library. Everything in it is taken, or refused with a reason; a file that is no
     * bundle is refused as a whole. The same file a second time does nothing. It is read before a transaction begins.
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public ImportReport importBundle(byte[] file, String fileName, Optional<Permission> permission, Actor actor) {
        actor.require(Role.EDITOR, Role.ADMINISTRATOR);
        var reading = readable(BundleReader.read(file));
        var sha256 = Json.sha256(file, 0, file.length);
        return intake.take(new Intake.Delivery(baseName(fileName), sha256, permission, false), reading, actor);
    }

    /** Takes what machines brought, with the origin of each object; of what is known alone no bundle is made. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void enter(byte[] bundle, List<Origin> origins, String name, Actor actor) {
        actor.require(Role.EDITOR, Role.ADMINISTRATOR);
        var reading = readable(BundleReader.read(bundle, origins));
        var sha256 = Json.sha256(bundle, 0, bundle.length);
        intake.enter(new Intake.Delivery(baseName(name), sha256, Optional.empty(), true), reading, actor);
    }

    private static BundleReading.Taken readable(BundleReading found) {
        return switch (found) {
            case BundleReading.Taken reading -> reading;
            case BundleReading.Unreadable(var reason) ->
                throw new RuleBroken(reason.key(), reason.arguments().toArray());
        };
    }

    /**
     * A bundle that we wrote ourselves from something in another form.
     *
     * @param sha256 of what it was made from
     * @param changes what was changed, by the object's position
     * @param leftOut what has no place in it
     * @param general about the whole
     */
    public record Made(
            byte[] bundle,
            String sha256,
            Map<Integer, List<Reason>> changes,
            List<RefusedObject> leftOut,
            List<Reason> general) {}

    /** Takes a bundle made from another form into the library, with the report of what became of each part of it. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public ImportReport importMade(Made made, String fileName, Optional<Permission> permission, Actor actor) {
        actor.require(Role.EDITOR, Role.ADMINISTRATOR);
        return switch (BundleReader.read(made.bundle())) {
            case BundleReading.Taken reading ->
                intake.take(
                        new Intake.Delivery(baseName(fileName), made.sha256(), permission, false),
                        reading.with(made.changes(), made.leftOut(), made.general()),
                        actor);
            case BundleReading.Unreadable(var reason) ->
                throw new RuleBroken(reason.key(), reason.arguments().toArray());
        };
    }

    /** What importing a bundle would do; nothing is kept. */
    public BundlePreview preview(byte[] file, Actor actor) {
        actor.require(Role.EDITOR, Role.ADMINISTRATOR);
        return switch (BundleReader.read(file)) {
            case BundleReading.Taken reading -> BundlePreview.of(reading);
            case BundleReading.Unreadable(var reason) ->
                throw new RuleBroken(reason.key(), reason.arguments().toArray());
        };
    }

    /** The labels that objects of a bundle carry; refuses what is no bundle. */
    public static Set<Tlp> marks(byte[] file) {
        return readable(BundleReader.read(file)).objects().stream()
                .filter(object -> object.family() != StixFamily.MARKING)
                .flatMap(object -> object.marked().stream())
                .collect(Collectors.toSet());
    }

    /** Which of these the actor's organisation, or the actor alone, keeps. */
    public Set<String> kept(List<String> stixIds, Actor actor) {
        return Stream.of(actor.organisation(), actor.person())
                .flatMap(keeper -> objects.versions(keeper, stixIds).stream())
                .map(ObjectStore.Version::stixId)
                .collect(Collectors.toSet());
    }

    /** The bundles the actor may read, the newest first. */
    public List<Bundle> bundles(Window window, Actor actor) {
        return bundles.newest(window);
    }

    @Transactional
    public Bundle bundle(UUID id, Actor actor) {
        var bundle = bundles.visible(id).orElseThrow(NotFound::new);
        if (bundle.tlp().restricted()) {
            audit.record(actor, "intel.bundle-opened", id, Map.of());
        }
        return bundle;
    }

    /** What became of the bundle's objects when it was imported. */
    public ImportReport report(UUID bundle, Actor actor) {
        return reports.of(bundle, false);
    }

    /** The same, of a file that was brought once more or not. */
    public ImportReport report(UUID bundle, boolean again, Actor actor) {
        return reports.of(bundle, again);
    }

    public List<RefusedObject> refusals(UUID bundle, Window window, Actor actor) {
        return bundles.refusals(bundle, window.offset(), window.size());
    }

    /** All of what was refused, to take away. */
    public List<RefusedObject> refusals(UUID bundle, Actor actor) {
        return bundles.refusals(bundle, 0, MOST_REFUSED);
    }

    /** What was taken but deserves a look. */
    public List<RemarkedObject> remarks(UUID bundle, Window window, Actor actor) {
        return objects.remarked(bundle, window);
    }

    /** The bundle's objects in the order of the file; of one type, or of all when the type is empty. */
    public List<ObjectSummary> contents(UUID bundle, String type, Window window, Actor actor) {
        return objects.contents(bundle, type, window);
    }

    /** The values that the bundle's indicators look for; of one type, or of all. */
    public List<Indicator> indicatorsOf(UUID bundle, Optional<IndicatorType> type, Window window, Actor actor) {
        return indicators.ofBundle(bundle, type.map(IndicatorType::code).orElse(""), window);
    }

    /** The values that these objects look for. */
    public List<Indicator> indicatorsOf(List<UUID> ids, Actor actor) {
        return indicators.ofObjects(ids);
    }

    @Transactional
    public LibraryObject show(UUID id, Actor actor) {
        var object = objects.visible(id).orElseThrow(NotFound::new);
        if (object.tlp().restricted()) {
            audit.record(actor, "intel.object-opened", id, Map.of());
        }
        return object;
    }

    /** The relations of an object, both ways. */
    public List<Relation> relations(LibraryObject object, Window window, Actor actor) {
        return objects.relations(object.stixId(), window);
    }

    /** How a value relates to objects, both ways: by the indicators that name it, and by the observable it is itself. */
    public List<Relation> relations(Spelling.Form form, List<UUID> indicators, int most, Actor actor) {
        return objects.relations(indicators, Observable.id(form).stream().toList(), most);
    }

    static String baseName(String fileName) {
        var start = Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1;
        var name = Plain.line(fileName.substring(start).strip(), LONGEST_NAME);
        return name.isEmpty() ? "bundle.json" : name;
    }
}
