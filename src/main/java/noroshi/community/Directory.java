package noroshi.community;

import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import noroshi.membership.Members;
import noroshi.membership.OrganisationName;
import noroshi.membership.Organisations;
import noroshi.membership.PersonName;
import noroshi.membership.Reference;
import noroshi.membership.Trait;
import noroshi.shared.Actor;
import noroshi.shared.Window;
import noroshi.site.SiteSettings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whom to turn to: organisations, their contacts, and how to reach them, as far as the reader may know of each. */
@Service
@Transactional(readOnly = true)
public class Directory {
    private static final int PEOPLE_EACH = 8;
    private static final int LONGEST = 100;

    private final DirectoryStore store;
    private final Members members;
    private final Organisations organisations;
    private final SiteSettings site;
    private final Clock clock;

    Directory(DirectoryStore store, Members members, Organisations organisations, SiteSettings site, Clock clock) {
        this.store = store;
        this.members = members;
        this.organisations = organisations;
        this.site = site;
        this.clock = clock;
    }

    /** One page of organisations by name, the Centre first. */
    public List<DirectoryEntry> find(DirectoryFilter filter, Locale locale, Window window, Actor actor) {
        var entries = store.entries(filter, LocalDate.ofInstant(clock.instant(), site.tz()), locale, window);
        var contacts =
                store.contacts(entries.stream().map(entry -> entry.name().id()).toList());
        var names = members.names(
                contacts.stream().map(DirectoryStore.Contact::person).distinct().toList());
        var people = contacts.stream().collect(groupingBy(DirectoryStore.Contact::organisation));
        return entries.stream()
                .map(entry -> new DirectoryEntry(
                        entry.name(),
                        entry.categories(),
                        entry.sectors(),
                        entry.phone(),
                        entry.always() && entry.phone().isPresent(),
                        entry.window(),
                        people.getOrDefault(entry.name().id(), List.of()).stream()
                                .limit(PEOPLE_EACH)
                                .flatMap(contact -> person(contact, names))
                                .toList()))
                .toList();
    }

    /** Organisations of this name, no more than so many; none where nothing, or too much to be a name, was typed. */
    public List<OrganisationName> called(String words, int most, Actor actor) {
        return words.isBlank() || words.length() > LONGEST ? List.of() : store.called(words, most);
    }

    /** What an organisation may be, to choose from. */
    public List<Reference> references(Trait trait, Actor actor) {
        return organisations.references(trait);
    }

    private static Stream<DirectoryEntry.Person> person(DirectoryStore.Contact contact, Map<UUID, PersonName> names) {
        return Stream.ofNullable(names.get(contact.person()))
                .map(name -> new DirectoryEntry.Person(
                        name, contact.titleJa(), contact.titleEn(), contact.window(), contact.roles()));
    }
}
