package dev.hallm.bot.storage;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything that a database holds, as text, for what must not be there. */
public final class TableDump {
    private TableDump() {}

    /** Every row of every table; bytes are read as UTF-8. */
    public static String of(JdbcClient jdbc) {
        List<String> tables = jdbc.sql("""
                        select table_name from information_schema.tables
                        where lower(table_schema) = 'public' and table_type like '%TABLE'""").query((row, n) -> row.getString(1)).list();
        return tables.stream().map(table -> table + "\n" + rows(jdbc, table)).collect(Collectors.joining("\n"));
    }

    private static String rows(JdbcClient jdbc, String table) {
        return jdbc.sql("select * from \"" + table + "\"").query(TableDump::row).list().stream()
                .collect(Collectors.joining("\n"));
    }

    private static String row(ResultSet row, int number) throws SQLException {
        var text = new StringBuilder();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            text.append(
                            row.getObject(column) instanceof byte[] bytes
                                    ? new String(bytes, StandardCharsets.UTF_8)
                                    : row.getString(column))
                    .append('|');
        }
        return text.toString();
    }
}
