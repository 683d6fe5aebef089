package noroshi.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The offices of each organisation and who holds them. */
final class Offices {
    private record Office(String kind, Organisation organisation, List<Person> holders) {
        UUID id() {
            return Offices.id(kind, organisation.code());
        }
    }

    private Offices() {}

    static UUID id(String kind, String organisation) {
        return Ids.of("office", kind + "/" + organisation);
    }

    static void load(Connection database, List<Person> people) throws SQLException {
        var offices = offices(people);
        try (var table = new Table(database, "membership.office", "id", "kind", "organisation")) {
            for (var office : offices) {
                table.row(office.id(), office.kind(), office.organisation().id());
            }
        }
        try (var table =
                new Table(database, "membership.belonging", "principal", "circle", "person", "role", "since")) {
            for (var office : offices) {
                for (var holder : office.holders()) {
                    table.row(office.id(), "office", holder.id(), "member", holder.since());
                }
            }
        }
    }

    private static List<Office> offices(List<Person> people) {
        var secretariats = new HashSet<String>();
        Papers.read("associations")
                .forEach(line -> line.optional("secretariat_organisation").ifPresent(secretariats::add));
        var offices = new ArrayList<Office>();
        people.stream()
                .collect(Collectors.groupingBy(Person::organisation))
                .forEach((organisation, staff) -> kinds(staff, secretariats.contains(organisation.code()))
                        .forEach(kind -> offices.add(new Office(kind, organisation, holders(staff, kind)))));
        return offices;
    }

    private static Set<String> kinds(List<Person> staff, boolean secretariat) {
        var held = staff.stream().flatMap(person -> person.offices().stream());
        return Stream.concat(held, secretariat ? Stream.of("secretariat") : Stream.empty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** An association's secretariat is kept by whoever keeps its organisation's window. */
    private static List<Person> holders(List<Person> staff, String kind) {
        var office = kind.equals("secretariat") ? "window" : kind;
        return staff.stream()
                .filter(person -> person.offices().contains(office))
                .toList();
    }
}
