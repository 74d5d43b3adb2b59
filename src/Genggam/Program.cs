using Genggam.Web;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddGenggamWeb(builder.Configuration);
var app = builder.Build();
app.MapGet("/healthz", () => "ok").AllowAnonymous();
app.MapGenggamWeb();
await app.RunAsync();
