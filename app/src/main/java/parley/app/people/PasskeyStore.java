package parley.app.people;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;

/** Table {@code passkey}, and accounts as Spring's passkeys see them: the random id of the account, and its name. */
final class PasskeyStore implements UserCredentialRepository, PublicKeyCredentialUserEntityRepository {
    private final JdbcClient keeper;
    private final Accounts accounts;
    private final InstantSource clock;

    PasskeyStore(JdbcClient keeper, Accounts accounts, InstantSource clock) {
        this.keeper = keeper;
        this.accounts = accounts;
        this.clock = clock;
    }

    static Bytes bytes(UUID account) {
        return new Bytes(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(account.getMostSignificantBits())
                .putLong(account.getLeastSignificantBits())
                .array());
    }

    static UUID account(Bytes id) {
        ByteBuffer bytes = ByteBuffer.wrap(id.getBytes());
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    static PublicKeyCredentialUserEntity entity(Account account) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(bytes(account.id()))
                .name(account.login())
                .displayName(account.name())
                .build();
    }

    /**
     * Keeps a new passkey, or notes the use of one that is there.
     *
     * @throws IllegalArgumentException if its counter did not go on: then the passkey was copied, or its answer used twice
     */
    @Override
    public void save(CredentialRecord used) {
        byte[] id = used.getCredentialId().getBytes();
        if (findByCredentialId(used.getCredentialId()) == null) {
            insert(id, used);
            return;
        }
        int noted = keeper.sql("""
                        update passkey set sign_count = ?, used = ?
                        where id = ? and (sign_count < ? or (sign_count = 0 and ? = 0))""")
                .params(
                        used.getSignatureCount(),
                        Timestamp.from(clock.instant()),
                        id,
                        used.getSignatureCount(),
                        used.getSignatureCount())
                .update();
        if (noted != 1) {
            throw new IllegalArgumentException("The counter of the passkey did not go on.");
        }
    }

    private void insert(byte[] id, CredentialRecord made) {
        Bytes attestation = made.getAttestationObject();
        if (attestation == null) {
            throw new IllegalArgumentException("A passkey comes with what its device says about it.");
        }
        keeper.sql("""
                        insert into passkey (id, account, public_key, attestation, transports, backup_eligible,
                          backed_up, sign_count, label, since) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        account(made.getUserEntityUserId()),
                        made.getPublicKey().getBytes(),
                        attestation.getBytes(),
                        made.getTransports().stream()
                                .map(AuthenticatorTransport::getValue)
                                .toArray(String[]::new),
                        made.isBackupEligible(),
                        made.isBackupState(),
                        made.getSignatureCount(),
                        made.getLabel(),
                        Timestamp.from(clock.instant()))
                .update();
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes id) {
        return keeper.sql(SELECT + "id = ?")
                .param(id.getBytes())
                .query((row, _) -> read(row))
                .optional()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes user) {
        return keeper.sql(SELECT + "account = ? order by since, id")
                .param(account(user))
                .query((row, _) -> read(row))
                .list();
    }

    private static final String SELECT = """
            select id, account, public_key, attestation, transports, backup_eligible, backed_up, sign_count, label,
              since, used
            from passkey where\s""";

    private static CredentialRecord read(ResultSet row) throws SQLException {
        Instant since = row.getTimestamp("since").toInstant();
        Timestamp used = row.getTimestamp("used");
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("id")))
                .userEntityUserId(bytes(row.getObject("account", UUID.class)))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .attestationObject(new Bytes(row.getBytes("attestation")))
                .transports(Arrays.stream((String[]) row.getArray("transports").getArray())
                        .map(AuthenticatorTransport::valueOf)
                        .collect(Collectors.toSet()))
                .uvInitialized(true)
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backed_up"))
                .signatureCount(row.getLong("sign_count"))
                .label(row.getString("label"))
                .created(since)
                .lastUsed(used == null ? since : used.toInstant())
                .build();
    }

    /** Removes a passkey, whosever it is; {@link Passkeys#remove} looks whose. */
    @Override
    public void delete(Bytes id) {
        keeper.sql("delete from passkey where id = ?").param(id.getBytes()).update();
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
        Account account = accounts.byId(account(id));
        return account == null ? null : entity(account);
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String login) {
        Account account = accounts.byLogin(login);
        return account == null ? null : entity(account);
    }

    /** Accounts are made by invitation alone. */
    @Override
    public void save(PublicKeyCredentialUserEntity user) {
        throw new UnsupportedOperationException("Accounts are made by invitation.");
    }
}
