package parley.app;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import parley.app.database.Database;

/**
 * Another PostgreSQL than the one that comes with Parley, to run the same tests on:
 * {@code -Dparley.postgres='jdbc:postgresql://localhost:5432/%s?user=…&password=…'}, of a user who may make databases
 * and roles; {@code %s} stands for the name of a database.
 */
final class Elsewhere {
    private static final String URL = System.getProperty("parley.postgres", "");

    private Elsewhere() {}

    static boolean given() {
        return !URL.isEmpty();
    }

    /** Makes a database of its own for one test server. */
    static Database fresh() throws IOException {
        String name = "parley_" + UUID.randomUUID().toString().replace('-', '_');
        try (Connection c = DriverManager.getConnection(URL.formatted("postgres"));
                Statement s = c.createStatement()) {
            s.execute("create database " + name);
        } catch (SQLException e) {
            throw new IOException("a database for the test cannot be made: " + e.getMessage(), e);
        }
        return Database.at(URL.formatted(name), _ -> {});
    }
}
