using System.Text;

namespace Genggam.Journal.Tests;

/// <summary>What every store keeps of appends.</summary>
public abstract class AppendContract : StoreContract
{
    [Fact]
    public async Task How_each_of_several_cases_began_is_read_at_once()
    {
        var (one, two) = (Given.Case(), Given.Case());
        var first = await Journal.Append(Given.First(one) with { Open = Given.Json("one") });
        await Journal.Append(Given.After(first, one) with { Open = Given.Json("later") });
        await Journal.Append(Given.First(two) with { Open = Given.Json("two") });
        var began = await Journal.Openings([two, one, Given.Case()]);
        Assert.Equal(2, began.Count);
        Assert.Equal(Given.Json("one"), began[one].ToArray());
        Assert.Equal(Given.Json("two"), began[two].ToArray());
        Assert.Empty(await Journal.Openings([]));
    }

    [Fact]
    public async Task An_appended_entry_is_read_back_as_it_was()
    {
        var @case = Given.Case();
        var subject = await Journal.Subjects.OfNik("3578010101900001");
        var result = await Journal.Append(
            Given.First(@case) with
            {
                Sealed = [new(subject, Given.Json("""{"nama":"Siti"}"""))],
            }
        );
        var appended = Assert.IsType<AppendResult.Appended>(result);
        await Reopen();
        var entry = Assert.Single(await Journal.Read(@case));
        Assert.Equal(appended.Position, entry.Position);
        Assert.Equal(appended.Hash, entry.Hash);
        Assert.Equal(Given.Noon, entry.At);
        Assert.Equal("""{"step":"received"}""", Encoding.UTF8.GetString(entry.Open.Span));
        var part = Assert.IsType<EntryPart.Readable>(Assert.Single(entry.Sealed));
        Assert.Equal("""{"nama":"Siti"}""", Encoding.UTF8.GetString(part.Plain.Span));
    }

    [Fact]
    public async Task The_second_of_two_who_decide_at_once_gets_a_conflict()
    {
        var @case = Given.Case();
        var first = await Journal.Append(Given.First(@case));
        var next = Given.After(first, @case);
        var answers = await Task.WhenAll(Journal.Append(next), Journal.Append(next));
        Assert.Single(answers.OfType<AppendResult.Appended>());
        Assert.Equal(2, Assert.Single(answers.OfType<AppendResult.Conflict>()).ActualSequence);
    }

    [Fact]
    public async Task One_conflict_in_a_group_stops_nobody_else()
    {
        var lost = Given.Case();
        await Journal.Append(Given.First(lost));
        var members = Enumerable.Range(0, 40).Select(i => Given.First(i % 4 == 0 ? lost : Given.Case()));
        var answers = await Task.WhenAll(members.Select(Journal.Append));
        Assert.Equal(30, answers.OfType<AppendResult.Appended>().Count());
        Assert.Equal(10, answers.OfType<AppendResult.Conflict>().Count());
    }

    [Fact]
    public async Task One_faulty_member_of_a_group_stops_nobody_else()
    {
        var twice = new OutboxItem("same-id", "notice", Given.Json("{}"));
        await Journal.Append(Given.First(Given.Case()) with { Outbox = [twice] });
        var faulty = Given.First(Given.Case()) with { Outbox = [twice] };
        var good = Enumerable.Range(0, 20).Select(_ => Journal.Append(Given.First(Given.Case()))).ToList();
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Journal.Append(faulty));
        Assert.All(await Task.WhenAll(good), answer => Assert.IsType<AppendResult.Appended>(answer));
        Assert.Empty(await Journal.Read(faulty.Case));
    }

    [Fact]
    public async Task The_same_key_gives_the_stored_answer_and_another_body_is_refused()
    {
        var key = new IdempotencyKey("siti", "k1", Digest.Of("body"u8), Given.Json("done"));
        var @case = Given.Case();
        await Journal.Append(Given.First(@case) with { Key = key });
        var again = await Journal.Append(Given.First(Given.Case()) with { Key = key });
        Assert.Equal("done", Encoding.UTF8.GetString(Assert.IsType<AppendResult.Replayed>(again).Result.Span));
        var other = key with { BodyHash = Digest.Of("another"u8) };
        Assert.IsType<AppendResult.KeyReused>(await Journal.Append(Given.First(Given.Case()) with { Key = other }));
        Assert.IsType<AppendResult.Replayed>(await Journal.Answered(key));
        Assert.Null(await Journal.Answered(key with { Key = "k2" }));
    }

    [Fact]
    public async Task Positions_count_without_gaps_whoever_appends()
    {
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Journal.Append(Given.First(Given.Case()))));
        var entries = await Journal.ReadFrom(0, 1000);
        Assert.Equal(Enumerable.Range(1, 100).Select(i => (long)i), entries.Select(e => e.Position));
        Assert.Equal([11L, 12L], (await Journal.ReadFrom(10, 2)).Select(e => e.Position));
    }
}
