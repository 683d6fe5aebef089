package noroshi.membership.signin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.stereotype.Repository;

/** SQL of passkeys and of the challenges put to them. */
@Repository
class PasskeyStore {
    private static final String PASSKEY = """
            select id, person, label, public_key, signatures, verified, backup_eligible, backed_up, transports,
                   attestation, client_data, created_at, used_at
              from membership.passkey
            """;

    private final JdbcClient jdbc;

    PasskeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<CredentialRecord> find(byte[] id) {
        return jdbc.sql(PASSKEY + "where id = :id")
                .param("id", id)
                .query(PasskeyStore::record)
                .optional();
    }

    List<CredentialRecord> of(UUID person) {
        return jdbc.sql(PASSKEY + "where person = :person order by created_at, id")
                .param("person", person)
                .query(PasskeyStore::record)
                .list();
    }

    void save(CredentialRecord passkey) {
        jdbc.sql("""
                insert into membership.passkey
                       (id, person, label, public_key, signatures, verified, backup_eligible, backed_up, transports,
                        attestation, client_data, created_at, used_at)
                values (:id, :person, :label, :key, :signatures, :verified, :eligible, :backedUp, :transports,
                        :attestation, :client, :created, :used)
                on conflict (id) do update
                   set signatures = excluded.signatures, verified = excluded.verified,
                       backed_up = excluded.backed_up, used_at = excluded.used_at
                 where passkey.person = excluded.person
                """)
                .param("id", passkey.getCredentialId().getBytes())
                .param("person", Handles.person(passkey.getUserEntityUserId()))
                .param("label", passkey.getLabel())
                .param("key", passkey.getPublicKey().getBytes())
                .param("signatures", passkey.getSignatureCount())
                .param("verified", passkey.isUvInitialized())
                .param("eligible", passkey.isBackupEligible())
                .param("backedUp", passkey.isBackupState())
                .param("transports", transports(passkey))
                .param("attestation", bytes(passkey.getAttestationObject()))
                .param("client", bytes(passkey.getAttestationClientDataJSON()))
                .param("created", Timestamp.from(passkey.getCreated()))
                .param("used", Timestamp.from(passkey.getLastUsed()))
                .update();
    }

    int remove(byte[] id, UUID person) {
        return jdbc.sql("delete from membership.passkey where id = :id and person = :person")
                .param("id", id)
                .param("person", person)
                .update();
    }

    void removeAllOf(UUID person) {
        jdbc.sql("delete from membership.passkey where person = :person")
                .param("person", person)
                .update();
    }

    /** Remembers a question; the person is empty when anybody may answer. */
    void ask(byte[] challenge, Optional<UUID> person) {
        jdbc.sql("delete from membership.challenge where ends_at < now()").update();
        jdbc.sql("insert into membership.challenge (challenge, person) values (:challenge, :person)")
                .param("challenge", challenge)
                .param("person", person.orElse(null))
                .update();
    }

    /** Whether this question was open for this person; it no longer is. */
    boolean answer(byte[] challenge, Optional<UUID> person) {
        return jdbc.sql("""
                        delete from membership.challenge
                         where challenge = :challenge and ends_at > now() and person is not distinct from :person
                        """)
                        .param("challenge", challenge)
                        .param("person", person.orElse(null))
                        .update()
                == 1;
    }

    private static String[] transports(CredentialRecord passkey) {
        return passkey.getTransports().stream()
                .map(AuthenticatorTransport::getValue)
                .sorted()
                .toArray(String[]::new);
    }

    private static byte[] bytes(@Nullable Bytes bytes) {
        return bytes == null ? new byte[0] : bytes.getBytes();
    }

    private static CredentialRecord record(ResultSet row, int n) throws SQLException {
        var transports = Arrays.stream((String[]) row.getArray("transports").getArray())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toSet());
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("id")))
                .userEntityUserId(Handles.of(row.getObject("person", UUID.class)))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .signatureCount(row.getLong("signatures"))
                .uvInitialized(row.getBoolean("verified"))
                .transports(transports)
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backed_up"))
                .attestationObject(new Bytes(row.getBytes("attestation")))
                .attestationClientDataJSON(new Bytes(row.getBytes("client_data")))
                .created(row.getTimestamp("created_at").toInstant())
                .lastUsed(row.getTimestamp("used_at").toInstant())
                .label(row.getString("label"))
                .build();
    }
}
