package noroshi.intel.taxii;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import noroshi.community.Communities;
import noroshi.community.Community;
import noroshi.membership.Members;
import noroshi.membership.OrganisationName;
import noroshi.membership.Person;
import noroshi.membership.PersonName;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import org.springframework.stereotype.Component;

/** Finds who is meant by a short name: an organisation, a community, or a single service account. */
@Component
public class Principals {
    private static final int SEVERAL = 20;

    private final Members members;
    private final Communities communities;

    Principals(Members members, Communities communities) {
        this.members = members;
        this.communities = communities;
    }

    public List<UUID> called(List<String> names, Actor actor) {
        return names.stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> called(name, actor))
                .distinct()
                .toList();
    }

    private UUID called(String name, Actor actor) {
        return organisation(name)
                .or(() -> communities.byCode(name, actor).map(Community::id))
                .or(() -> members.byLogin(name)
                        .filter(person -> person.kind() == Person.Kind.SERVICE)
                        .map(Person::id))
                .orElseThrow(() -> new RuleBroken("intel.collection.nobody", name));
    }

    private Optional<UUID> organisation(String name) {
        return members.organisationByCode(name)
                .or(() -> members.organisationsCalled(name, SEVERAL).stream()
                        .filter(found ->
                                found.name().equals(name) || found.nameEn().equals(name))
                        .findFirst())
                .map(OrganisationName::id);
    }

    public UUID community(String code, Actor actor) {
        return communities
                .byCode(code, actor)
                .map(Community::id)
                .orElseThrow(() -> new RuleBroken("intel.collection.nobody", code));
    }

    /** Organisations by their short names; no community, and no single account. */
    public List<UUID> organisations(List<String> names) {
        return names.stream()
                .map(name -> organisation(name).orElseThrow(() -> new RuleBroken("intel.collection.nobody", name)))
                .distinct()
                .toList();
    }

    /** The short names by which {@link #called} finds them again. */
    public List<String> codes(List<UUID> principals, Actor actor) {
        var organisations = members.organisations(principals);
        return principals.stream()
                .map(id -> Optional.ofNullable(organisations.get(id))
                        .map(OrganisationName::code)
                        .or(() -> community(id, actor).map(Community::code))
                        .or(() -> login(id))
                        .orElseGet(id::toString))
                .toList();
    }

    /** What people call them. */
    public List<String> names(List<UUID> principals, Locale locale, Actor actor) {
        var organisations = members.organisations(principals);
        return principals.stream()
                .map(id -> Optional.ofNullable(organisations.get(id))
                        .map(organisation -> organisation.in(locale))
                        .or(() -> community(id, actor)
                                .map(community -> community.profile().name().in(locale)))
                        .or(() -> login(id))
                        .orElse("–"))
                .toList();
    }

    /** The names of service accounts. */
    public Map<UUID, String> accounts(List<UUID> accounts, Locale locale) {
        return members.names(accounts).values().stream()
                .collect(Collectors.toMap(PersonName::id, name -> name.in(locale)));
    }

    public Map<UUID, String> organisations(List<UUID> organisations, Locale locale) {
        return members.organisations(organisations).values().stream()
                .collect(Collectors.toMap(OrganisationName::id, name -> name.in(locale)));
    }

    private Optional<Community> community(UUID id, Actor actor) {
        try {
            return Optional.of(communities.show(id, actor).community());
        } catch (NotFound hidden) {
            return Optional.empty();
        }
    }

    private Optional<String> login(UUID id) {
        try {
            return Optional.of(members.person(id).login());
        } catch (NotFound nobody) {
            return Optional.empty();
        }
    }
}
