package noroshi.community;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import noroshi.membership.Members;
import noroshi.membership.OfficeKind;
import noroshi.membership.OrganisationName;
import noroshi.membership.PersonName;
import noroshi.shared.Actor;
import noroshi.shared.Changes;
import noroshi.shared.KeptForAll;
import noroshi.shared.Role;
import noroshi.shared.RuleBroken;
import noroshi.shared.Window;
import noroshi.site.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door of addressing: whom an actor may address, what they chose, and who will read it. */
@Service
@Transactional
public class Audiences {
    private static final int FOUND = 20;
    private static final int NAMES_EACH = 12;
    private static final int KEPT = 2_000;
    private static final Set<Role> VOICES =
            Set.of(Role.EDITOR, Role.APPROVER, Role.WATCH_OFFICER, Role.OVERALL_LEAD, Role.INCIDENT_CONTROLLER);

    private final AudienceStore store;
    private final Communities communities;
    private final Members members;
    private final Words words;
    private final KeptForAll<Known, List<Addressee.Circle>> circles;

    Audiences(
            AudienceStore store, Communities communities, Members members, Words words, Changes changes, Clock clock) {
        this.store = store;
        circles = new KeptForAll<>(changes, clock, KEPT);
        this.communities = communities;
        this.members = members;
        this.words = words;
    }

    /** What a form sent, each addressee checked: it exists, and the actor may address it. */
    public Audience parse(Collection<String> fields, Actor actor) {
        var chosen = AudienceField.all(fields);
        var audience = known(chosen, actor);
        if (audience.addressees().size() < chosen.size()) {
            throw new RuleBroken(
                    chosen.contains(new AudienceField.Everyone()) && !mayAddressEveryone(actor)
                            ? "audience.not-everyone"
                            : "audience.unknown");
        }
        return audience;
    }

    /** The audience of something that was addressed before, as far as the actor may know of it. */
    @Transactional(readOnly = true)
    public Audience of(Set<UUID> principals, Actor actor) {
        var found = new LinkedHashMap<UUID, Addressee>();
        if (principals.contains(Addressee.Everyone.PRINCIPAL)) {
            found.put(Addressee.Everyone.PRINCIPAL, new Addressee.Everyone());
        }
        var others = new HashSet<>(principals);
        others.remove(Addressee.Everyone.PRINCIPAL);
        if (!others.isEmpty()) {
            name(others, found, actor);
        }
        return new Audience(List.copyOf(found.values()));
    }

    /** A page is going to name these. */
    @Transactional(readOnly = true)
    public void expect(Collection<UUID> principals, Actor actor) {
        var others = new HashSet<>(principals);
        others.remove(Addressee.Everyone.PRINCIPAL);
        if (!others.isEmpty()) {
            circles(others, actor);
            var elsewhere = elsewhere(others, actor);
            if (!elsewhere.isEmpty()) {
                store.offices(elsewhere);
                members.namesLater(elsewhere);
            }
        }
    }

    private void name(Set<UUID> principals, Map<UUID, Addressee> found, Actor actor) {
        var elsewhere = elsewhere(principals, actor);
        var circles = circles(principals, actor);
        Supplier<List<Addressee.Office>> offices = elsewhere.isEmpty() ? List::of : store.offices(elsewhere);
        var people = members.namesLater(elsewhere);
        circles.get().forEach(circle -> found.put(circle.principal(), circle));
        offices.get().forEach(office -> found.put(office.principal(), office));
        people.get().forEach((id, person) -> found.put(id, new Addressee.Named(person)));
    }

    /** A reader opens one topic of a community after another; what they open changes none of its names. */
    private Supplier<List<Addressee.Circle>> circles(Set<UUID> ids, Actor actor) {
        var kept = circles.now();
        var asked = new Known(actor, Set.copyOf(ids));
        var known = kept.get(asked);
        if (known != null) {
            return () -> known;
        }
        var answer = store.circles(ids);
        return () -> {
            var found = answer.get();
            kept.put(asked, found);
            return found;
        };
    }

    /** Communities of which somebody knows, in the seat they act in. */
    private record Known(Actor actor, Set<UUID> ids) {}

    /** What a reader has is mostly from their communities; only the others may be offices or people. */
    private Set<UUID> elsewhere(Set<UUID> principals, Actor actor) {
        var elsewhere = new HashSet<>(principals);
        communities.mine(actor).forEach(mine -> elsewhere.remove(mine.id()));
        return elsewhere;
    }

    /** Whom the principals stand for, in the reader's words. */
    @Transactional(readOnly = true)
    public List<String> names(Collection<UUID> principals, Locale locale, Actor actor) {
        if (principals.isEmpty()) {
            return List.of();
        }
        return of(Set.copyOf(principals), actor).addressees().stream()
                .map(addressee -> label(addressee, locale))
                .toList();
    }

    /** What a form offers; words look for organisations and people. What cannot be addressed is dropped. */
    public AudiencePicker picker(Collection<String> fields, String words, Actor actor) {
        var audience = known(AudienceField.readable(fields), actor);
        var others = audience.addressees().stream()
                .filter(each -> each instanceof Addressee.Office || each instanceof Addressee.Named)
                .toList();
        var chosen = audience.fields();
        var found = find(words.strip()).stream()
                .filter(each -> !chosen.contains(each.field()))
                .toList();
        return new AudiencePicker(mayAddressEveryone(actor), store.circles(), others, found, words.strip(), chosen);
    }

    /** Who will be able to read what these principals are sent, by name and count, one page of organisations. */
    @Transactional(readOnly = true)
    public AudiencePreview preview(Set<UUID> principals, Window window, Actor actor) {
        var totals = store.totals(principals);
        var counts = store.counts(principals, window);
        var organisations = members.organisations(
                counts.stream().map(AudienceStore.Count::organisation).toList());
        var names = named(principals, organisations.keySet());
        var reach = counts.stream()
                .map(count -> new AudiencePreview.Reach(
                        Objects.requireNonNull(organisations.get(count.organisation())),
                        count.people(),
                        names.getOrDefault(count.organisation(), List.of())))
                .toList();
        return new AudiencePreview(totals.people(), totals.organisations(), reach, window);
    }

    /** Whether the actor speaks for the Centre to the whole structure. */
    public static boolean mayAddressEveryone(Actor actor) {
        return VOICES.stream().anyMatch(actor::is);
    }

    private String label(Addressee addressee, Locale locale) {
        return switch (addressee) {
            case Addressee.Everyone _ -> words.text(locale, "audience.everyone");
            case Addressee.Office office ->
                words.text(
                        locale,
                        "audience.office." + office.kind().code(),
                        office.organisation().in(locale));
            case Addressee.Circle circle -> circle.in(locale);
            case Addressee.Named(var person) ->
                words.text(
                        locale,
                        "audience.person",
                        person.in(locale),
                        person.organisation().in(locale));
        };
    }

    private Map<UUID, List<PersonName>> named(Set<UUID> principals, Set<UUID> organisations) {
        var readers = store.people(principals, organisations, NAMES_EACH);
        var people = readers.stream().map(AudienceStore.Placed::person).toList();
        var names = members.names(store.known(people));
        return readers.stream()
                .filter(reader -> names.containsKey(reader.person()))
                .collect(groupingBy(
                        AudienceStore.Placed::organisation,
                        mapping(reader -> Objects.requireNonNull(names.get(reader.person())), toList())));
    }

    private List<Addressee> find(String words) {
        if (words.isEmpty()) {
            return List.of();
        }
        var called = members.organisationsCalled(words, FOUND);
        var near = store.near(called.stream().map(OrganisationName::id).toList());
        var found = new ArrayList<Addressee>(
                windows(called.stream().filter(name -> near.contains(name.id())).toList())
                        .values());
        var people = members.peopleCalled(words, FOUND);
        var allowed = addressable(people.stream().map(PersonName::id).toList());
        people.stream()
                .filter(person -> allowed.contains(person.id()))
                .map(Addressee.Named::new)
                .forEach(found::add);
        return found;
    }

    private Map<UUID, Addressee.Office> windows(Collection<OrganisationName> organisations) {
        var windows =
                store.windows(organisations.stream().map(OrganisationName::id).toList());
        var offices = new LinkedHashMap<UUID, Addressee.Office>();
        organisations.forEach(name -> offices.put(
                name.id(),
                new Addressee.Office(windows.computeIfAbsent(name.id(), members::windowOf), OfficeKind.WINDOW, name)));
        return offices;
    }

    private Set<UUID> addressable(Collection<UUID> people) {
        return store.known(store.present(people));
    }

    private Audience known(Collection<AudienceField> chosen, Actor actor) {
        var circles = store.circles().stream().collect(toMap(Addressee.Circle::principal, Function.identity()));
        var organisations = store.near(store.active(ids(chosen, AudienceField.OfOrganisation.class)));
        var windows = windows(members.organisations(organisations).values());
        var offices = offices(ids(chosen, AudienceField.OfOffice.class));
        var people = members.names(addressable(ids(chosen, AudienceField.OfPerson.class)));
        return new Audience(chosen.stream()
                .<Optional<Addressee>>map(field -> switch (field) {
                    case AudienceField.Everyone _ ->
                        mayAddressEveryone(actor) ? Optional.of(new Addressee.Everyone()) : Optional.empty();
                    case AudienceField.OfCommunity(var id) -> Optional.ofNullable(circles.get(id));
                    case AudienceField.OfOffice(var id) -> Optional.ofNullable(offices.get(id));
                    case AudienceField.OfOrganisation(var id) -> Optional.ofNullable(windows.get(id));
                    case AudienceField.OfPerson(var id) ->
                        Optional.ofNullable(people.get(id)).map(Addressee.Named::new);
                })
                .flatMap(Optional::stream)
                .toList());
    }

    private Map<UUID, Addressee.Office> offices(Set<UUID> ids) {
        return store.offices(store.centreOffices(ids)).get().stream()
                .collect(toMap(Addressee.Office::principal, Function.identity()));
    }

    private static Set<UUID> ids(Collection<AudienceField> chosen, Class<? extends AudienceField> kind) {
        var ids = new HashSet<UUID>();
        chosen.stream().filter(kind::isInstance).forEach(field -> id(field).ifPresent(ids::add));
        return ids;
    }

    private static Optional<UUID> id(AudienceField field) {
        return switch (field) {
            case AudienceField.Everyone _ -> Optional.empty();
            case AudienceField.OfCommunity(var id) -> Optional.of(id);
            case AudienceField.OfOrganisation(var id) -> Optional.of(id);
            case AudienceField.OfOffice(var id) -> Optional.of(id);
            case AudienceField.OfPerson(var id) -> Optional.of(id);
        };
    }
}
