package noroshi.topic.web;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import noroshi.membership.Members;
import noroshi.shared.Actor;
import noroshi.site.Ui;
import noroshi.topic.Readership;
import noroshi.topic.Receipt;
import noroshi.topic.Topics;
import org.springframework.stereotype.Component;

/** Composes the page of receipts. */
@Component
class ReadersPages {
    private final Topics topics;
    private final Readership readership;
    private final Members members;

    ReadersPages(Topics topics, Readership readership, Members members) {
        this.topics = topics;
        this.readership = readership;
        this.members = members;
    }

    ReadersPage page(UUID id, Actor actor) {
        var topic = topics.show(id, actor);
        var receipts = readership.receipts(id, actor);
        var names = members.names(receipts.stream().map(Receipt::person).toList());
        var organisations = members.organisations(
                receipts.stream().map(Receipt::organisation).distinct().toList());
        var byOrganisation = receipts.stream()
                .collect(Collectors.groupingBy(Receipt::organisation, LinkedHashMap::new, Collectors.toList()));
        var rows = byOrganisation.entrySet().stream()
                .map(entry -> {
                    var name = organisations.get(entry.getKey());
                    var people = entry.getValue().stream()
                            .map(receipt -> {
                                var person = names.get(receipt.person());
                                return new ReadersPage.Person(
                                        person == null ? "" : person.in(Ui.locale()),
                                        receipt.version(),
                                        receipt.firstAt(),
                                        receipt.confirmedAt());
                            })
                            .toList();
                    return new ReadersPage.Organisation(
                            name == null ? "" : name.in(Ui.locale()), current(people, topic.version()), people);
                })
                .sorted(Comparator.comparing(ReadersPage.Organisation::read)
                        .thenComparing(ReadersPage.Organisation::name))
                .toList();
        return new ReadersPage(
                id,
                topic.title(),
                topic.version(),
                (int) rows.stream().filter(row -> row.read() > 0).count(),
                rows.size(),
                receipts.size(),
                rows.stream().mapToInt(ReadersPage.Organisation::read).sum(),
                readership.hides(id, actor),
                rows);
    }

    private static int current(List<ReadersPage.Person> people, int version) {
        return (int) people.stream()
                .filter(person -> person.version().filter(v -> v == version).isPresent())
                .count();
    }
}
