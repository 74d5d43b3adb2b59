using System.Net;
using System.Text.RegularExpressions;
using Genggam.Office.People;

namespace Genggam.Web.Tests.Harness;

/// <summary>
/// The doors as a browser passes them, with form, token and cookie, but without showing them: other tests look at them.
/// </summary>
internal static partial class Door
{
    public static Task Citizen(Visitor visitor, string nik) =>
        Send(visitor, "/masuk", ("nik", nik), ("password", DemoPeople.Password));

    public static async Task Officer(Visitor visitor, string userName)
    {
        await Send(visitor, "/petugas/masuk", ("user", userName), ("password", DemoPeople.Password));
        await Send(visitor, "/petugas/kode", ("code", Totp.At(DemoPeople.Secret, DateTimeOffset.UtcNow)));
    }

    private static async Task Send(Visitor visitor, string path, params (string Name, string Value)[] typed)
    {
        var http = visitor.Page.Context.APIRequest;
        var page = await (await http.GetAsync(path)).TextAsync();
        var form = http.CreateFormData();
        foreach (Match hidden in Hidden().Matches(page))
            form.Append(hidden.Groups[1].Value, WebUtility.HtmlDecode(hidden.Groups[2].Value));
        foreach (var (name, value) in typed)
            form.Append(name, value);
        var answer = await http.PostAsync(path, new() { Form = form });
        Assert.True(answer.Ok && new Uri(answer.Url).AbsolutePath != path, $"The door {path} stays closed.");
    }

    [GeneratedRegex("""<input type="hidden" name="([^"]*)" value="([^"]*)" ?/>""")]
    private static partial Regex Hidden();
}
