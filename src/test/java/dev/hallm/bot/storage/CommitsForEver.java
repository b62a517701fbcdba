package dev.hallm.bot.storage;

import java.sql.DriverManager;
import java.sql.SQLException;

/** A process that commits rows one by one and prints each row's number after its commit, until somebody kills it. */
final class CommitsForEver {
    private CommitsForEver() {}

    /** Writes into the database of the URL. */
    public static void main(String[] args) throws SQLException {
        try (var connection = DriverManager.getConnection(args[0])) {
            connection.createStatement().execute("create table kept (id integer primary key, text varchar(100))");
            try (var insert = connection.prepareStatement("insert into kept values (?, 'a request, a vote')")) {
                for (int id = 1; ; id++) {
                    insert.setInt(1, id);
                    insert.executeUpdate();
                    System.out.println(id);
                }
            }
        }
    }
}
