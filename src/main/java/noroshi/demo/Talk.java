package noroshi.demo;

import static java.util.stream.Collectors.toMap;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.topic.Mentions;

/** Puts comments into the threads, with whom they call by name and which of them helped the asker. */
final class Talk {
    private static final String ACCEPT = "update topic.topic set accepted = ? where id = ?";

    private final Connection database;
    private final Map<String, Person> byLogin;

    Talk(Connection database, World world) {
        this.database = database;
        this.byLogin = world.people().stream().collect(toMap(Person::login, person -> person));
    }

    void put(List<Remark> remarks) throws SQLException {
        comments(remarks);
        concealed(remarks);
        mentions(remarks);
        accept(remarks);
    }

    private void comments(List<Remark> remarks) throws SQLException {
        try (var table =
                new Table(database, "topic.comment", "id", "topic", "author", "organisation", "hidden", "body", "at")) {
            for (var remark : remarks) {
                table.row(
                        remark.id(),
                        remark.post().id(),
                        shown(remark, remark.author().id()),
                        shown(remark, remark.author().organisation().id()),
                        remark.hidden(),
                        remark.body(),
                        remark.at());
            }
        }
    }

    private static Optional<UUID> shown(Remark remark, UUID who) {
        return remark.hidden() ? Optional.empty() : Optional.of(who);
    }

    private void concealed(List<Remark> remarks) throws SQLException {
        try (var table = new Table(database, "topic.concealed", "document", "topic", "person", "organisation")) {
            for (var remark : remarks) {
                if (remark.hidden()) {
                    var author = remark.author();
                    table.row(
                            remark.id(),
                            remark.post().id(),
                            author.id(),
                            author.organisation().id());
                }
            }
        }
    }

    private void mentions(List<Remark> remarks) throws SQLException {
        try (var table = new Table(database, "topic.mention", "topic", "document", "person", "at")) {
            for (var remark : remarks) {
                for (var login : remark.body().indexOf('@') < 0 ? List.<String>of() : Mentions.in(remark.body())) {
                    var person = byLogin.get(login);
                    if (person != null) {
                        table.row(remark.post().id(), remark.id(), person.id(), remark.at());
                    }
                }
            }
        }
    }

    private void accept(List<Remark> remarks) throws SQLException {
        try (var statement = database.prepareStatement(ACCEPT)) {
            for (var remark : remarks) {
                if (remark.answer()) {
                    statement.setObject(1, remark.id());
                    statement.setObject(2, remark.post().id());
                    statement.addBatch();
                }
            }
            statement.executeBatch();
        }
    }
}
