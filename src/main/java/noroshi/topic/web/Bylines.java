package noroshi.topic.web;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import noroshi.membership.Members;
import noroshi.membership.OrganisationName;
import noroshi.membership.PersonName;
import noroshi.site.Ui;
import noroshi.topic.Author;
import noroshi.topic.Receipt;
import noroshi.topic.TopicRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Names the authors of many documents with two look-ups. */
@Component
public class Bylines {
    private final Members members;

    Bylines(Members members) {
        this.members = members;
    }

    /** Somebody who is no longer known. */
    static Byline unknown() {
        return new Byline(Ui.text("topic.unknown-author"), "", false, false);
    }

    /** Says whom a page is going to name. */
    void expect(Collection<? extends Author> authors, Collection<Receipt> readers) {
        var known = known(authors);
        members.namesLater(Stream.concat(
                        known.stream().map(Author.Known::person),
                        readers.stream().map(Receipt::person))
                .collect(Collectors.toSet()));
        members.organisationsLater(organisations(known));
        members.centreLater();
    }

    /** The bylines of these authors. */
    public Map<Author, Byline> of(Collection<? extends Author> authors) {
        var known = known(authors);
        var people = members.names(known.stream().map(Author.Known::person).toList());
        var organisations = members.organisations(organisations(known));
        var centre = members.centre();
        var bylines = new HashMap<Author, Byline>();
        for (var author : known) {
            var staff = centre.filter(author.organisation()::equals).isPresent();
            var byline = byline(people.get(author.person()), organisations.get(author.organisation()), staff);
            bylines.put(author, byline);
        }
        bylines.put(new Author.Hidden(), new Byline(Ui.text("topic.hidden-author"), "", false, true));
        return bylines;
    }

    private static List<Author.Known> known(Collection<? extends Author> authors) {
        return authors.stream()
                .filter(Author.Known.class::isInstance)
                .map(Author.Known.class::cast)
                .distinct()
                .toList();
    }

    private static Set<UUID> organisations(List<Author.Known> authors) {
        return authors.stream().map(Author.Known::organisation).collect(Collectors.toSet());
    }

    /** The bylines of the authors of these rows. */
    public Map<Author, Byline> ofRows(Collection<TopicRow> rows) {
        return of(rows.stream().map(TopicRow::author).toList());
    }

    private static Byline byline(@Nullable PersonName person, @Nullable OrganisationName organisation, boolean staff) {
        Locale locale = Ui.locale();
        var name = person == null ? Ui.text("topic.unknown-author") : person.in(locale);
        return new Byline(name, organisation == null ? "" : named(organisation), staff, false);
    }

    /** What an organisation shared stays when it withdraws; whoever reads it knows that nobody answers there any more. */
    private static String named(OrganisationName organisation) {
        var name = organisation.in(Ui.locale());
        return organisation.left() ? Ui.text("topic.left-organisation", name) : name;
    }
}
