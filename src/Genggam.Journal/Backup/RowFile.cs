using System.Data.Common;
using Genggam.Journal.Storage;

namespace Genggam.Journal;

/// <summary>
/// The rows of one table in a form both databases read: column names, then rows of tagged values. So a backup of one
/// kind of database can be restored into the other.
/// </summary>
internal static class RowFile
{
    private const byte EndOfRows = 0;
    private const byte NextRow = 1;
    private const byte Null = 0;
    private const byte Integer = 1;
    private const byte Text = 2;
    private const byte Bytes = 3;

    public static async Task<long> Write(Session session, string table, Stream target)
    {
        await using var writer = new BinaryWriter(target, System.Text.Encoding.UTF8, leaveOpen: true);
        // What is chained stands in its order, so that it can be followed while it is read.
        var order = table is "entry" or "access" ? " ORDER BY position" : "";
        await using var row = await session.Command($"SELECT * FROM {table}{order}").ExecuteReaderAsync();
        writer.Write(row.FieldCount);
        for (var i = 0; i < row.FieldCount; i++)
            writer.Write(row.GetName(i));
        var count = 0L;
        for (; await row.ReadAsync(); count++)
        {
            writer.Write(NextRow);
            WriteRow(writer, row);
        }
        writer.Write(EndOfRows);
        return count;
    }

    public static async Task Read(Session session, string table, Stream source)
    {
        using var reader = new BinaryReader(source, System.Text.Encoding.UTF8, leaveOpen: true);
        var names = new string[reader.ReadInt32()];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = reader.ReadString();
            if (!names[i].All(letter => char.IsAsciiLetterLower(letter) || letter == '_'))
                throw new InvalidDataException($"'{names[i]}' is no column");
        }
        await session.Database.Fill(session, table, names, Rows(reader, names.Length));
    }

    private static IEnumerable<object?[]> Rows(BinaryReader reader, int columns)
    {
        while (reader.ReadByte() == NextRow)
        {
            var row = new object?[columns];
            for (var i = 0; i < columns; i++)
                row[i] = ReadValue(reader);
            yield return row;
        }
    }

    public static void WriteRow(BinaryWriter writer, DbDataReader row)
    {
        for (var i = 0; i < row.FieldCount; i++)
            WriteValue(writer, row, i);
    }

    private static void WriteValue(BinaryWriter writer, DbDataReader row, int column)
    {
        switch (row.GetValue(column))
        {
            case long number:
                writer.Write(Integer);
                writer.Write(number);
                break;
            case string text:
                writer.Write(Text);
                writer.Write(text);
                break;
            case byte[] bytes:
                writer.Write(Bytes);
                writer.Write(bytes.Length);
                writer.Write(bytes);
                break;
            default:
                writer.Write(Null);
                break;
        }
    }

    private static object? ReadValue(BinaryReader reader) =>
        reader.ReadByte() switch
        {
            Null => null,
            Integer => reader.ReadInt64(),
            Text => reader.ReadString(),
            Bytes => reader.ReadBytes(reader.ReadInt32()),
            var tag => throw new InvalidDataException($"'{tag}' is no kind of value"),
        };
}
