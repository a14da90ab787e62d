using Shirube.Commands;

return await CommandLine.Run(args);
